package io.alchemi.training.sweep;

import io.alchemi.training.process.Output;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The trials that Slurm has in its queue, asked by {@code squeue}. */
final class SlurmQueue {
    private static final int LARGEST = 100_000_000;

    private final Map<Integer, TrialState> states = new HashMap<>();

    private SlurmQueue() {}

    /** Returns the queue of some jobs; empty without jobs, and where there is no Slurm. */
    static SlurmQueue of(List<String> jobs) {
        SlurmQueue queue = new SlurmQueue();
        if (!jobs.isEmpty()) {
            // One line for each task of an array: the job, the task's number and its state.
            byte[] lines = Output.of(List.of("squeue", "--me", "--noheader", "--array", "--format=%F %K %T"), LARGEST);
            if (lines != null) {
                new String(lines, StandardCharsets.UTF_8).lines().forEach(line -> queue.add(line, jobs));
            }
        }
        return queue;
    }

    private void add(String line, List<String> jobs) {
        String[] words = line.strip().split(" ");
        if (words.length == 3 && jobs.contains(words[0]) && words[1].matches("\\d{1,9}")) {
            boolean isRunning = words[2].equals("RUNNING") || words[2].equals("COMPLETING");
            states.put(Integer.valueOf(words[1]), isRunning ? TrialState.RUNNING : TrialState.QUEUED);
        }
    }

    /** Returns a trial with the state that its task has in the queue, if its run folder does not say more. */
    TrialRecord apply(TrialRecord record) {
        TrialState queued = states.get(record.trial().index());
        return queued != null && record.state().isToBeStarted() ? record.in(queued) : record;
    }
}
