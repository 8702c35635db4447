package io.alchemi.training.run;

import java.util.Objects;

/** Ends a training loop that was asked to stop, after its state was saved. */
final class StoppedException extends TrainingException {
    private static final long serialVersionUID = 1L;

    private final transient Stop stop;

    StoppedException(Stop stop, long step) {
        super("interrupted after step " + step + " by " + stop.reason());
        this.stop = stop;
    }

    Stop stop() {
        return Objects.requireNonNull(stop);
    }
}
