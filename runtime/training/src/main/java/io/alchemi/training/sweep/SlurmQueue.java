package io.alchemi.training.sweep;

import io.alchemi.training.process.Output;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The trials in the queue of Slurm, as reported by {@code squeue}. */
final class SlurmQueue {
    private static final int LARGEST = 100_000_000;

    private final Set<Integer> trials = new HashSet<>();
    private boolean isKnown = true;

    private SlurmQueue() {}

    /** Returns the queued trials of some jobs; empty if there are no jobs. */
    static SlurmQueue of(List<String> jobs) {
        SlurmQueue queue = new SlurmQueue();
        if (!jobs.isEmpty()) {
            // One line for each task of an array: job and task number.
            byte[] lines = Output.of(List.of("squeue", "--me", "--noheader", "--array", "--format=%F %K"), LARGEST);
            queue.isKnown = lines != null;
            if (lines != null) {
                new String(lines, StandardCharsets.UTF_8).lines().forEach(line -> queue.add(line, jobs));
            }
        }
        return queue;
    }

    private void add(String line, List<String> jobs) {
        String[] words = line.strip().split(" ");
        if (words.length == 2 && jobs.contains(words[0]) && words[1].matches("\\d{1,9}")) {
            trials.add(Integer.valueOf(words[1]));
        }
    }

    /** Returns false if there are jobs, but {@code squeue} does not answer. */
    boolean isKnown() {
        return isKnown;
    }

    /** Returns the record, as queued if the trial is in the queue or its task has just started. */
    TrialRecord apply(TrialRecord record) {
        boolean isOver = record.state() == TrialState.FINISHED || record.state() == TrialState.RUNNING;
        return trials.contains(record.trial().index()) && !isOver ? record.in(TrialState.QUEUED) : record;
    }
}
