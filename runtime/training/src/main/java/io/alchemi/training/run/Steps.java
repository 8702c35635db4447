package io.alchemi.training.run;

import ai.djl.ndarray.NDArray;
import io.alchemi.config.schema.RuntimeKey;
import io.alchemi.training.array.Scalars;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.StringJoiner;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The steps of a training loop. Counts them, writes metrics and checkpoints after each, keeps the best parameters, and stops. */
final class Steps implements Iterator<Step> {
    /** A larger rise of the learning rate in one step is reported. In the second step of a warm-up it is 2. */
    private static final double LARGE_RISE = 2;

    private final Run run;
    private final LoopSettings settings;
    private final RunLog log;
    private final Checkpoints checkpoints;
    private final BestEvaluation best;
    private final long first;
    private final @Nullable UnfinishedStep unfinished;
    private final long stepsBefore;
    private long last;
    private long saved;
    private @Nullable Step current;
    private boolean stopped;
    private boolean ended;

    /**
     * Creates the loop.
     *
     * @param resumed the checkpoint to resume from, or null for a new loop
     */
    Steps(Run run, LoopSettings settings, RunLog log, Checkpoints checkpoints, @Nullable Checkpoint resumed) {
        require("log_every", settings.logEvery(), 1);
        require("keep_last", settings.keepLast(), 1);
        require("max_steps", settings.maxSteps(), 0);
        require("eval_every", settings.evalEvery(), 0);
        require("save_every", settings.saveEvery(), 0);
        this.unfinished = resumed == null ? null : UnfinishedStep.restore(resumed.metadata());
        long done = resumed == null ? 0 : resumed.done();
        if (done > settings.maxSteps()) {
            throw new TrainingException("the run is at step " + done + ", but max_steps is " + settings.maxSteps()
                    + "; raise max_steps to go on");
        }
        this.best = new BestEvaluation(settings, run.metrics());
        if (resumed != null && checkpoints.hasBest()) {
            best.restore(resumed.metadata());
        }
        this.run = run;
        this.settings = settings;
        this.log = log;
        this.checkpoints = checkpoints;
        this.first = done + 1;
        this.stepsBefore = run.state().steps();
        this.last = done;
        this.saved = done;
        log.begin(settings.maxSteps(), settings.logEvery(), done);
    }

    private static void require(String key, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(key + " is " + value + "; it must be at least " + least);
        }
    }

    Run run() {
        return run;
    }

    boolean evaluates(long step) {
        int every = settings.evalEvery();
        return step == settings.maxSteps() || (every > 0 && step % every == 0);
    }

    /** Lists parameters without a gradient in the first step, because DJL cannot tell whether the loss uses a parameter. */
    void remarkOnUnused(long step, Map<String, NDArray> gradients) {
        if (step != first) {
            return;
        }
        StringJoiner unused = new StringJoiner(", ");
        gradients.forEach((name, gradient) -> {
            if (Scalars.read(gradient.norm()) == 0) {
                unused.add(name);
            }
        });
        if (unused.length() > 0) {
            log.remark("the gradient of " + unused + " is 0 in step " + step
                    + "; if the loss does not use it, do not give it to the optimizer, whose weight decay changes it");
        }
    }

    /** Reports that a schedule over another number of steps raises the learning rate of a resumed run, which may undo what it has learned. */
    private void remarkOnRate(Step step) {
        Double before = run.state().learningRate();
        Double now = step.metrics().get(RuntimeKey.LEARNING_RATE.text());
        if (last != first || stepsBefore == settings.maxSteps() || before == null || now == null) {
            return;
        }
        if (now > LARGE_RISE * before) {
            log.remark("the learning rate rises from " + before + " in step " + (last - 1) + " to " + now + " in step "
                    + last + ": max_steps was " + stepsBefore + ", and is " + settings.maxSteps());
        }
    }

    double largestNorm() {
        Double norm = settings.gradClipNorm();
        return norm == null ? Double.POSITIVE_INFINITY : norm;
    }

    @Override
    public boolean hasNext() {
        boolean stepEnds = current != null;
        endStep();
        boolean more = !stopped && last < settings.maxSteps();
        if (!more) {
            end();
        } else if (stepEnds) {
            stopIfRequested();
        }
        return more;
    }

    @Override
    public Step next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the loop ended after step " + last);
        }
        last++;
        current = new Step(this, last, unfinished != null && last == first ? unfinished : null);
        return current;
    }

    private void stopIfRequested() {
        Stop stop = run.stopRequested();
        if (stop != null) {
            if (saved < last) {
                write(() -> save(Map.of()));
            }
            throw StoppedException.after(last, stop);
        }
    }

    /** Runs an evaluation. If it is interrupted, saves its step, so that a resumed run repeats the evaluation. */
    Evaluation evaluate(Step step, Supplier<Evaluation> evaluate) {
        try {
            return run.evaluate(evaluate, last);
        } catch (StoppedException e) {
            write(() -> save(step.unfinished().save()));
            current = null;
            throw e;
        }
    }

    /** Saves the state of the run after the last completed step. */
    private void save(Map<String, String> unfinishedStep) throws IOException {
        Map<String, String> state = new LinkedHashMap<>(unfinishedStep);
        best.save(state);
        log.save(state);
        run.state().saved(checkpoints.save(last, state, settings.keepLast()));
        saved = last;
    }

    /** Ends the loop, even if the trainer left it within a step, and writes the final parameters. */
    void end() {
        if (current != null && !current.isUpdated()) {
            current = null;
            last--;
        }
        endStep();
        stopped = true;
        if (!ended) {
            ended = true;
            log.end(last, best.summary());
            write(() -> {
                run.state().requireFolder();
                if (saved < last) {
                    save(Map.of());
                }
                checkpoints.saveFinal(last);
            });
        }
    }

    private void endStep() {
        Step step = current;
        if (step != null) {
            step.end();
            current = null;
            write(() -> finish(step));
        }
    }

    private void finish(Step step) throws IOException {
        run.state().requireFolder();
        remarkOnRate(step);
        log.step(step, last == settings.maxSteps());
        run.state().step(last, settings.maxSteps(), step.metrics().get(RuntimeKey.LOSS.text()));
        if (best.record(step.evaluation(), last, evaluates(last))) {
            checkpoints.saveBest(last);
        }
        if (settings.saveEvery() > 0 && last % settings.saveEvery() == 0) {
            save(Map.of());
        }
        if (best.isExhausted()) {
            log.remark(best.reasonToStop(last));
            stopped = true;
        }
    }

    /** Wraps an IOException, which an Iterator cannot throw. The command unwraps it. */
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
