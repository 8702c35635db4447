package io.alchemi.training.runs;

import io.alchemi.training.folder.RunStatus;
import java.util.Locale;

/** State of a run, derived from its folder and the processes of this machine. */
public enum ListedState {
    /** a process is running */
    RUNNING,
    /** all steps were completed */
    FINISHED,
    /** an error ended it */
    FAILED,
    /** a signal or the time limit ended it, after its state was saved */
    INTERRUPTED,
    /** it was running, but its process has ended */
    LOST,
    /** its files are missing or cannot be parsed */
    DAMAGED;

    static ListedState of(RunStatus status) {
        return switch (status.state()) {
            case RUNNING -> status.isLost() ? LOST : RUNNING;
            case FINISHED -> FINISHED;
            case FAILED -> FAILED;
            case INTERRUPTED -> INTERRUPTED;
        };
    }

    /** Returns the name in lower case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
