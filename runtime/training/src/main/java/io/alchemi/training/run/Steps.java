package io.alchemi.training.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The steps of a training loop: counts them, and after each writes figures and checkpoints, keeps the best, and stops. */
final class Steps implements Iterator<Step> {
    private final Run run;
    private final LoopSettings settings;
    private final RunLog log;
    private final Checkpoints checkpoints;
    private final BestEvaluation best;
    private long last;
    private @Nullable Step current;
    private boolean ended;

    /**
     * Begins a loop.
     *
     * @param done steps that were done before
     */
    Steps(Run run, LoopSettings settings, RunLog log, Checkpoints checkpoints, long done) {
        this.run = run;
        this.settings = settings;
        this.log = log;
        this.checkpoints = checkpoints;
        this.best = new BestEvaluation(settings.bestBy(), settings.patience());
        this.last = done;
        log.begin(settings.maxSteps(), settings.logEvery());
    }

    Run run() {
        return run;
    }

    boolean evaluates(long step) {
        int every = settings.evalEvery();
        return step == settings.maxSteps() || (every > 0 && step % every == 0);
    }

    double largestNorm() {
        Double norm = settings.gradClipNorm();
        return norm == null ? Double.POSITIVE_INFINITY : norm;
    }

    @Override
    public boolean hasNext() {
        endStep();
        boolean more = !ended && last < settings.maxSteps();
        if (!more) {
            end();
        }
        return more;
    }

    @Override
    public Step next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the loop ended after step " + last);
        }
        last++;
        current = new Step(this, last);
        return current;
    }

    /** Ends the loop, also one that was left early, and writes the final parameters. */
    void end() {
        endStep();
        if (!ended) {
            ended = true;
            log.end(last);
        }
        write(() -> checkpoints.saveFinal(last));
    }

    private void endStep() {
        Step step = current;
        if (step == null) {
            return;
        }
        current = null;
        step.end();
        write(() -> finish(step));
        run.stopIfTold(last);
    }

    private void finish(Step step) throws IOException {
        log.step(step, last == settings.maxSteps());
        Evaluation evaluation = step.evaluation();
        if (evaluation != null && best.improvedBy(evaluation, last)) {
            checkpoints.saveBest(last);
        }
        if (settings.saveEvery() > 0 && last % settings.saveEvery() == 0) {
            checkpoints.save(last, settings.keepLast());
        }
        if (best.isExhausted()) {
            log.say(best.reasonToStop(last));
            ended = true;
            log.end(last);
        }
    }

    /** A loop over an Iterable has no place for an IOException; the command takes it out again. */
    private static void write(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Writing {
        void run() throws IOException;
    }
}
