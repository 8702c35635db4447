package io.alchemi.training.sweep;

import io.alchemi.config.schema.MetricStage;
import io.alchemi.training.folder.RunStatus;
import io.alchemi.training.runs.MetricLine;
import io.alchemi.training.runs.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A trial and the state of its run folder.
 *
 * @param trial the trial
 * @param run its run folder, which may not exist
 * @param state state of the trial
 * @param objective the last value of the objective's metric, or null if there is none
 * @param reason why it failed or was interrupted, or empty
 */
record TrialRecord(
        Trial trial,
        RunRecord run,
        TrialState state,
        @Nullable Double objective,
        String reason) {

    /**
     * Reads the folder of a trial.
     *
     * @param objective criterion for comparing trials, or null
     */
    static TrialRecord read(SweepFolder sweep, Trial trial, @Nullable Objective objective) throws IOException {
        RunRecord run = RunRecord.open(sweep.run(trial));
        RunStatus status = run.status();
        if (run.isDamagedWithResults()) {
            return new TrialRecord(trial, run, TrialState.FAILED, null, damage(run));
        } else if (status == null || run.damage() != null) {
            return new TrialRecord(trial, run, unbegun(sweep, trial, status), null, failure(sweep.failure(trial)));
        }
        TrialState state = switch (run.state()) {
            case RUNNING -> TrialState.RUNNING;
            case FINISHED -> TrialState.FINISHED;
            case FAILED -> TrialState.FAILED;
            case INTERRUPTED -> TrialState.INTERRUPTED;
            case LOST, DAMAGED -> TrialState.LOST;
        };
        String reason = status.reason();
        return new TrialRecord(trial, run, state, value(run, objective), reason == null ? "" : reason);
    }

    /** Describes the damage of a run folder with results. */
    static String damage(RunRecord run) {
        return "the run folder is damaged: " + run.damage() + "; restore it, or delete " + run.folder()
                + " to run it again";
    }

    /** Returns true if the trial failed and can run again; not if its folder is damaged, which only the user can repair. */
    boolean isToBeRetried() {
        return state == TrialState.FAILED && !run.isDamagedWithResults();
    }

    /** Returns this record with another state. */
    TrialRecord in(TrialState other) {
        return new TrialRecord(trial, run, other, objective, reason);
    }

    private static TrialState unbegun(SweepFolder sweep, Trial trial, @Nullable RunStatus status) {
        if (status != null && status.isRunning()) {
            return TrialState.RUNNING;
        }
        return Files.exists(sweep.failure(trial)) ? TrialState.FAILED : TrialState.WAITING;
    }

    private static String failure(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file).strip() : "";
    }

    private static @Nullable Double value(RunRecord run, @Nullable Objective objective) {
        if (objective == null) {
            return null;
        }
        try {
            MetricLine last = objective.stage() == MetricStage.EVALUATION ? run.lastEvaluation() : run.lastMetrics();
            Double value = last == null ? null : last.values().get(objective.metric());
            return value == null || !Double.isFinite(value) ? null : value;
        } catch (IOException e) {
            return null;
        }
    }
}
