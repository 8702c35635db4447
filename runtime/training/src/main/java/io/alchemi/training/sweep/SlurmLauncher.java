package io.alchemi.training.sweep;

import io.alchemi.command.CommandException;
import io.alchemi.command.arguments.Arguments;
import io.alchemi.training.checkpoint.AtomicFile;
import io.alchemi.training.process.ThisProgram;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Submits trials to Slurm as one job array. The script stays in the folder of the sweep. */
final class SlurmLauncher {
    /** Time before the end of a job when Slurm tells the trial to save its state. */
    private static final Duration RESERVE = Duration.ofSeconds(60);

    private static final String SCRIPT = "array.sbatch";

    private final SweepFolder sweep;
    private final SweepConfig.Slurm options;
    private final int threads;

    SlurmLauncher(SweepFolder sweep, SweepConfig.Slurm options, int threads) {
        this.sweep = sweep;
        this.options = options;
        this.threads = threads;
    }

    /**
     * Submits trials and returns the id of the job.
     *
     * @param slots number of trials that run at the same time, or 0 for no limit
     * @throws CommandException if Slurm refuses the job, or {@code sbatch} is not installed
     * @throws IOException if the script cannot be written
     */
    String submit(List<Trial> trials, int slots) throws IOException {
        Path script = sweep.path().resolve(SCRIPT);
        AtomicFile.replace(script, script(trials, slots));
        Process process;
        try {
            process = new ProcessBuilder("sbatch", "--parsable", script.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new CommandException("sbatch cannot be started; is this a machine of a Slurm cluster? The script is "
                    + script + "; 'alchemi sweep expand' prints a command for each trial, for other schedulers");
        }
        process.getOutputStream().close();
        try (InputStream printed = process.getInputStream()) {
            String answer = new String(printed.readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new CommandException("Slurm refuses the job: " + answer + "\n  the script is " + script);
            }
            return answer.contains(";") ? answer.substring(0, answer.indexOf(';')) : answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("interrupted while sbatch was running");
        }
    }

    private String script(List<Trial> trials, int slots) {
        Path folder = sweep.path().toAbsolutePath().normalize();
        List<String> lines = new ArrayList<>(List.of("#!/bin/bash"));
        sbatch(lines, "job-name", sweep.name());
        sbatch(lines, "array", indexes(trials) + (slots > 0 ? "%" + slots : ""));
        sbatch(lines, "cpus-per-task", Integer.toString(threads));
        sbatch(
                lines,
                "output",
                sweep.logs()
                        .toAbsolutePath()
                        .normalize()
                        .resolve("slurm-%A_%a.txt")
                        .toString());
        sbatch(lines, "open-mode", "append");
        lines.add("#SBATCH --requeue");
        sbatch(lines, "partition", options.partition());
        sbatch(lines, "mem", options.memory());
        sbatch(lines, "account", options.account());
        if (options.time() != null) {
            sbatch(lines, "time", time(options.time()));
            sbatch(lines, "signal", "B:USR1@" + reserve(options.time()).toSeconds());
        }
        options.sbatch().forEach(option -> lines.add("#SBATCH " + option));
        lines.addAll(List.of(
                "",
                "# A trial of the sweep in " + folder + "; written by 'alchemi sweep run'.",
                "cd " + Arguments.quote(Path.of("").toAbsolutePath().toString()) + " || exit 1",
                "",
                "forward() { kill -s \"$1\" \"$trial\" 2>/dev/null; }",
                "trap 'forward USR1' USR1  # the time is nearly over",
                "trap 'forward TERM' TERM  # cancelled, or another job goes first",
                "",
                command(folder) + " &",
                "trial=$!",
                "wait \"$trial\"",
                "code=$?",
                "# A signal ends a wait.",
                "while kill -0 \"$trial\" 2>/dev/null; do",
                "    wait \"$trial\"",
                "    code=$?",
                "done",
                "",
                "# Saved before the time was over: the same task goes on in another job.",
                "if [ \"$code\" -eq 75 ]; then",
                "    scontrol requeue \"$SLURM_JOB_ID\"",
                "fi",
                "exit \"$code\"",
                ""));
        return String.join("\n", lines);
    }

    private static String command(Path folder) {
        StringJoiner words = new StringJoiner(" ");
        ThisProgram.command().forEach(word -> words.add(Arguments.quote(word)));
        return words + " \\\n    sweep trial " + Arguments.quote(folder.toString())
                + " --index \"$SLURM_ARRAY_TASK_ID\"";
    }

    private static void sbatch(List<String> lines, String option, @Nullable String value) {
        if (value != null) {
            lines.add("#SBATCH --" + option + "=" + (value.contains(" ") ? '"' + value + '"' : value));
        }
    }

    /** Formats the indexes of trials for Slurm: {@code 0-3,7}. */
    static String indexes(List<Trial> trials) {
        StringJoiner ranges = new StringJoiner(",");
        int at = 0;
        while (at < trials.size()) {
            int first = trials.get(at).index();
            int last = first;
            while (at + 1 < trials.size() && trials.get(at + 1).index() == last + 1) {
                at++;
                last++;
            }
            ranges.add(first == last ? Integer.toString(first) : first + "-" + last);
            at++;
        }
        return ranges.toString();
    }

    /** Formats a duration in minutes, the unit of Slurm. */
    private static String time(Duration time) {
        long minutes = (time.toSeconds() + 59) / 60;
        return Long.toString(Math.max(1, minutes));
    }

    private static Duration reserve(Duration time) {
        Duration half = time.dividedBy(2);
        return half.compareTo(RESERVE) < 0 ? half : RESERVE;
    }
}
