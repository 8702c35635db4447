package io.alchemi.training.runs;

import io.alchemi.training.folder.RunStatus.State;
import java.util.Locale;

/** State of a run as seen from outside of its process. */
public enum ListedState {
    /** a process computes */
    RUNNING,
    /** all steps are done */
    FINISHED,
    /** an error ended it */
    FAILED,
    /** a signal or the end of its time ended it, after its state was saved */
    INTERRUPTED,
    /** its process died without a word */
    LOST,
    /** its files are missing or cannot be parsed */
    DAMAGED;

    static ListedState of(State state) {
        return switch (state) {
            case RUNNING -> RUNNING;
            case FINISHED -> FINISHED;
            case FAILED -> FAILED;
            case INTERRUPTED -> INTERRUPTED;
            case LOST -> LOST;
        };
    }

    /** Returns the name in lower case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
