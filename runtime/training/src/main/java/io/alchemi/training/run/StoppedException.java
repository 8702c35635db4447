package io.alchemi.training.run;

import java.util.Objects;

/** Ends a training loop that was asked to stop, after its state was saved. */
final class StoppedException extends TrainingException {
    private static final long serialVersionUID = 1L;

    private final transient Stop stop;

    private StoppedException(String where, Stop stop) {
        super("interrupted " + where + " by " + stop.reason());
        this.stop = stop;
    }

    static StoppedException after(long step, Stop stop) {
        return new StoppedException("after step " + step, stop);
    }

    static StoppedException inEvaluation(long step, Stop stop) {
        return new StoppedException("in the evaluation of step " + step, stop);
    }

    Stop stop() {
        return Objects.requireNonNull(stop);
    }
}
