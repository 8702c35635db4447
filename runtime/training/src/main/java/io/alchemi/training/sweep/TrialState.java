package io.alchemi.training.sweep;

import java.util.Locale;

/** State of a trial, derived from its run folder, the processes of this machine and the queue of Slurm. */
enum TrialState {
    /** not started yet */
    WAITING,
    /** in the queue of Slurm */
    QUEUED,
    /** a process is running */
    RUNNING,
    /** all steps were completed */
    FINISHED,
    /** an error ended it */
    FAILED,
    /** a signal or the time limit ended it, after its state was saved */
    INTERRUPTED,
    /** it was running, but its process has ended */
    LOST;

    /** Returns true if {@code sweep run} starts trials in this state. */
    boolean isToBeStarted() {
        return this == WAITING || this == INTERRUPTED || this == LOST;
    }

    /** Returns the name in lower case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
