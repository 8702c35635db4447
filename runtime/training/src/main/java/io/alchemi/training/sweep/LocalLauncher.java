package io.alchemi.training.sweep;

import io.alchemi.command.ExitCode;
import io.alchemi.training.process.Signals;
import io.alchemi.training.process.ThisProgram;
import io.alchemi.training.progress.ExpectedDuration;
import io.alchemi.training.progress.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs trials in processes on this machine. A signal tells all of them to save their state and exit; a second one ends them at once.
 */
final class LocalLauncher {
    /** Interval for checking a trial that another process runs. */
    private static final long POLL_MILLIS = 500;

    private final SweepFolder sweep;
    private final @Nullable Objective objective;
    private final int all;
    private final PrintStream out;
    private final PrintStream err;
    private final List<Trial> trials;
    private final Set<Process> processes = new HashSet<>();
    private int ended;
    private boolean failed;
    private volatile int stop;
    private @Nullable Instant stopped;

    /**
     * Creates a launcher.
     *
     * @param trials the trials to run
     * @param done number of trials that have ended
     */
    LocalLauncher(
            SweepFolder sweep,
            @Nullable Objective objective,
            List<Trial> trials,
            int done,
            PrintStream out,
            PrintStream err) {
        this.sweep = sweep;
        this.objective = objective;
        this.out = out;
        this.err = err;
        this.trials = trials;
        ended = done;
        all = done + trials.size();
    }

    /**
     * Runs the trials, several at a time. Returns the exit code.
     *
     * @param slots number of trials that run at the same time
     * @throws IOException if a process cannot be started
     */
    int run(int slots) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(slots);
        try (Signals signals = new Signals()) {
            signals.handle("INT", () -> stop(ExitCode.INTERRUPTED));
            signals.handle("TERM", () -> stop(ExitCode.TERMINATED));
            signals.handle("HUP", () -> stop(ExitCode.HUNG_UP));
            signals.handle("USR1", () -> stop(ExitCode.SAVED));
            List<Future<?>> running = new ArrayList<>();
            trials.forEach(trial -> running.add(pool.submit(() -> {
                awaitOther(trial);
                run(trial);
                return null;
            })));
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            stop(ExitCode.FAILED);
            if (e.getCause() instanceof IOException problem) {
                throw problem;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop(ExitCode.INTERRUPTED);
        } finally {
            pool.shutdown();
        }
        return stop != 0 ? stop : failed ? ExitCode.FAILED : ExitCode.FINE;
    }

    /** Waits while another process runs a trial, for example because its {@code sweep run} was killed. */
    private void awaitOther(Trial trial) throws IOException, InterruptedException {
        while (stop == 0 && TrialRecord.read(sweep, trial, null).state() == TrialState.RUNNING) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    private void run(Trial trial) throws IOException, InterruptedException {
        Instant start = Instant.now();
        Process process = start(trial);
        if (process == null) {
            return;
        }
        int code = process.waitFor();
        synchronized (this) {
            processes.remove(process);
            TrialRecord record = TrialRecord.read(sweep, trial, objective);
            if (code != ExitCode.FINE && stop == 0 && record.state() == TrialState.WAITING) {
                Files.writeString(
                        sweep.failure(trial),
                        "the process ended with code " + code + "; see " + sweep.log(trial) + "\n");
                record = TrialRecord.read(sweep, trial, objective);
            }
            ended += record.state() == TrialState.INTERRUPTED ? 0 : 1;
            failed |= code != ExitCode.FINE && stop == 0;
            report(record, Duration.between(start, Instant.now()));
        }
    }

    /** Starts the process of a trial, unless the sweep is stopping. */
    private synchronized @Nullable Process start(Trial trial) throws IOException {
        if (stop != 0) {
            return null;
        }
        List<String> command = new ArrayList<>(ThisProgram.command());
        command.addAll(sweep.command(trial));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(sweep.log(trial).toFile()))
                .start();
        process.getOutputStream().close();
        processes.add(process);
        return process;
    }

    private void report(TrialRecord record, Duration time) {
        String number = Integer.toString(all);
        String count =
                " ".repeat(Math.max(0, number.length() - Integer.toString(ended).length())) + ended;
        StringBuilder line = new StringBuilder("[" + count + "/" + number + "] trial "
                + record.trial().index() + " " + record.state() + " after "
                + ExpectedDuration.inWords(time.toMillis() / 1000.0));
        Double value = record.objective();
        if (objective != null && value != null) {
            line.append(", ").append(objective.metric()).append(' ').append(Progress.number(value));
        }
        line.append(": ").append(record.trial().describe());
        if (record.state() == TrialState.FAILED) {
            line.append("\n  ").append(record.reason());
        }
        out.println(line);
    }

    /** Tells all trials to end. */
    private void stop(int code) {
        Instant now = Instant.now();
        synchronized (this) {
            if (stopped != null && Duration.between(stopped, now).compareTo(Signals.SAME) < 0) {
                return;
            }
            boolean isSecond = stopped != null;
            stopped = now;
            stop = code;
            processes.forEach(Process::destroy);
            err.println(
                    isSecond
                            ? "stopping at once, without saving"
                            : "stopping: the trials save their state; a second signal stops at once, without saving");
        }
    }
}
