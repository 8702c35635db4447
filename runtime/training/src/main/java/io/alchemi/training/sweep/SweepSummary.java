package io.alchemi.training.sweep;

import io.alchemi.training.progress.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** A sweep with the records of its planned trials. */
final class SweepSummary {
    private static final int MOST_FAILURES = 10;

    private final SweepFolder folder;
    private final SweepFolder.Head head;
    private final List<TrialRecord> trials;
    private final int dropped;
    private final boolean isQueueKnown;

    private SweepSummary(
            SweepFolder folder, SweepFolder.Head head, List<TrialRecord> trials, int dropped, boolean isQueueKnown) {
        this.folder = folder;
        this.head = head;
        this.trials = trials;
        this.dropped = dropped;
        this.isQueueKnown = isQueueKnown;
    }

    /** Reads a sweep, with the state of its Slurm jobs if there are any. */
    static SweepSummary read(SweepFolder folder) throws IOException {
        SweepFolder.Head head = folder.head();
        SlurmQueue queue = SlurmQueue.of(head.jobs());
        List<TrialRecord> records = new ArrayList<>();
        int dropped = 0;
        for (Trial trial : folder.trials()) {
            if (trial.planned()) {
                records.add(queue.apply(TrialRecord.read(folder, trial, head.objective())));
            } else {
                dropped++;
            }
        }
        return new SweepSummary(folder, head, records, dropped, queue.isKnown());
    }

    /** Returns the folder. */
    SweepFolder folder() {
        return folder;
    }

    /** Returns the common settings of all trials. */
    SweepFolder.Head head() {
        return head;
    }

    /** Returns the planned trials. */
    List<TrialRecord> trials() {
        return trials;
    }

    /** Returns the trials that failed. */
    List<TrialRecord> failures() {
        return trials.stream()
                .filter(trial -> trial.state() == TrialState.FAILED)
                .toList();
    }

    /** Returns false if Slurm does not say which trials are queued. */
    boolean isQueueKnown() {
        return isQueueKnown;
    }

    /** Returns the best finished trial, or null. */
    @Nullable
    TrialRecord best() {
        Objective objective = head.objective();
        return objective == null
                ? null
                : trials.stream()
                        .min(objective.bestFirst())
                        .filter(best -> best.state() == TrialState.FINISHED && best.objective() != null)
                        .orElse(null);
    }

    /** Returns the lines of {@code sweep status}. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("sweep " + folder.name() + ", " + counted(trials.size()) + " of 'alchemi " + head.command() + "': "
                + counts());
        TrialRecord best = best();
        Objective objective = head.objective();
        if (best != null && objective != null && best.objective() != null) {
            lines.add("best  trial " + best.trial().index() + ", " + objective.metric() + " "
                    + Progress.number(best.objective()) + ": " + best.trial().describe());
        }
        List<TrialRecord> failures = failures();
        failures.stream()
                .limit(MOST_FAILURES)
                .forEach(trial -> lines.add("failed  trial " + trial.trial().index() + ", "
                        + trial.trial().describe() + ": " + trial.reason()));
        if (failures.size() > MOST_FAILURES) {
            lines.add("  and " + (failures.size() - MOST_FAILURES) + " more; see 'alchemi sweep show " + folder.name()
                    + "'");
        }
        if (failures.stream().anyMatch(TrialRecord::isToBeRetried)) {
            lines.add("  run them again with: alchemi sweep run FILE --retry-failed");
        }
        if (dropped > 0) {
            lines.add("not in the sweep file any more, or of another version: " + counted(dropped)
                    + "; the run folders are kept");
        }
        lines.add("folder  " + folder.path());
        return lines;
    }

    /** Formats a number of trials. */
    static String counted(int trials) {
        return trials + (trials == 1 ? " trial" : " trials");
    }

    private String counts() {
        Map<TrialState, Integer> counts = new EnumMap<>(TrialState.class);
        trials.forEach(trial -> counts.merge(trial.state(), 1, Integer::sum));
        StringJoiner text = new StringJoiner(", ");
        counts.forEach((state, count) -> text.add(count + " " + state));
        return text.toString();
    }
}
