package io.alchemi.training.runs;

import io.alchemi.training.folder.RunStatus;
import java.util.Comparator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sort order of a list of runs. */
public enum ListOrder {
    /** start time */
    STARTED,
    /** name of the run */
    NAME,
    /** command */
    COMMAND,
    /** state */
    STATE,
    /** completed steps */
    STEP,
    /** loss of the last step */
    LOSS,
    /** computing time */
    DURATION;

    /**
     * Returns the comparator of this order. Runs without a value come last in both directions.
     *
     * @param reverse true to reverse the order
     */
    Comparator<RunRecord> comparator(boolean reverse) {
        return switch (this) {
            case STARTED -> by(RunRecord::started, reverse);
            case NAME -> by(run -> run.name().isEmpty() ? null : run.name(), reverse);
            case COMMAND -> by(RunRecord::command, reverse);
            case STATE -> by(RunRecord::state, reverse);
            case STEP -> by(ofStatus(RunStatus::step), reverse);
            case LOSS -> by(ofStatus(RunStatus::loss), reverse);
            case DURATION -> by(ofStatus(RunStatus::seconds), reverse);
        };
    }

    private static <T> Function<RunRecord, @Nullable T> ofStatus(Function<RunStatus, @Nullable T> value) {
        return run -> {
            RunStatus status = run.status();
            return status == null ? null : value.apply(status);
        };
    }

    private static <T extends Comparable<? super T>> Comparator<RunRecord> by(
            Function<RunRecord, @Nullable T> value, boolean reverse) {
        Comparator<T> values = reverse ? Comparator.<T>reverseOrder() : Comparator.<T>naturalOrder();
        return Comparator.comparing(value, Comparator.nullsLast(values));
    }
}
