package io.alchemi.training.run;

import ai.djl.ndarray.NDArray;
import io.alchemi.training.array.Scalars;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The steps of a training loop: counts them, and after each writes metrics and checkpoints, keeps the best, and stops. */
final class Steps implements Iterator<Step> {
    private final Run run;
    private final LoopSettings settings;
    private final RunLog log;
    private final Checkpoints checkpoints;
    private final BestEvaluation best;
    private final long first;
    private long last;
    private @Nullable Step current;
    private boolean stopped;
    private boolean ended;

    /**
     * Begins a loop.
     *
     * @param done steps that were done before
     * @param best the best evaluation before
     */
    Steps(Run run, LoopSettings settings, RunLog log, Checkpoints checkpoints, long done, BestEvaluation best) {
        require("log_every", settings.logEvery(), 1);
        require("keep_last", settings.keepLast(), 1);
        require("max_steps", settings.maxSteps(), 0);
        require("eval_every", settings.evalEvery(), 0);
        require("save_every", settings.saveEvery(), 0);
        if (done > settings.maxSteps()) {
            throw new TrainingException("the checkpoint is of step " + done + ", but max_steps is "
                    + settings.maxSteps() + "; resume from an earlier one, or raise max_steps");
        }
        this.run = run;
        this.settings = settings;
        this.log = log;
        this.checkpoints = checkpoints;
        this.best = best;
        this.first = done + 1;
        this.last = done;
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

    /** Names parameters without a gradient in the first step, since DJL cannot tell whether the loss uses a parameter. */
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
            run.stopIfRequested(last);
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

    /** Ends the loop, also one that the trainer left in the middle of a step, and writes the final parameters. */
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
            write(() -> checkpoints.saveFinal(last));
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
        log.step(step, last == settings.maxSteps());
        if (best.record(step.evaluation(), last, evaluates(last))) {
            checkpoints.saveBest(last);
        }
        if (settings.saveEvery() > 0 && last % settings.saveEvery() == 0) {
            checkpoints.save(last, best, settings.keepLast());
        }
        if (best.isExhausted()) {
            log.remark(best.reasonToStop(last));
            stopped = true;
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
