package io.alchemi.training.run;

import io.alchemi.training.checkpoint.AtomicFile;
import io.alchemi.training.checkpoint.Safetensors;
import io.alchemi.training.folder.RunFiles;
import io.alchemi.training.folder.RunLock;
import io.alchemi.training.folder.RunStatus;
import io.alchemi.training.report.RunReport;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The lock and the status file, with a heartbeat, of a run that this process writes. */
final class RunState implements Closeable {
    /** Space for metrics, log and report beside the checkpoints. */
    private static final long OTHER_FILES = 10_000_000;

    private static final long MB = 1_000_000;

    private final Path folder;
    private final RunLock lock;
    private final ScheduledExecutorService heartbeat;
    private final long began = System.nanoTime();
    private final double secondsBefore;
    private final RunStatus status;
    private final @Nullable String before;

    private RunState(Path folder, RunLock lock, RunStatus status, @Nullable String before) {
        this.before = before;
        this.folder = folder;
        this.lock = lock;
        this.status = status;
        this.secondsBefore = status.seconds();
        this.heartbeat = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "heartbeat");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Locks the folder of a new run.
     *
     * @param command the command, without {@code alchemi}
     * @param schema  id of the configuration's schema
     * @param name    the user's name for the run, or null
     * @throws IOException if another process has the folder, or it cannot be written
     */
    static RunState create(Path folder, String command, String schema, @Nullable String name) throws IOException {
        return new RunState(folder, RunLock.acquire(folder), RunStatus.started(command, schema, name), null);
    }

    /**
     * Locks the folder of a run that goes on.
     *
     * @throws IOException if another process has the folder, or it has no status that can be read
     */
    static RunState open(Path folder) throws IOException {
        RunLock lock = RunLock.acquire(folder);
        try {
            RunStatus status = RunStatus.read(folder);
            return new RunState(folder, lock, status, Files.readString(folder.resolve(RunFiles.STATUS)));
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Returns the status, which is that of the process before until {@link #begin}. */
    RunStatus status() {
        return status;
    }

    /**
     * States that the run is running, from now on again and again.
     *
     * @param newest the checkpoint from which it goes on, or null
     * @throws IOException if the folder cannot be written
     */
    void begin(@Nullable Checkpoint newest) throws IOException {
        status.resume().save(newest == null ? null : nameOf(newest.file()));
        write();
        long seconds = RunStatus.HEARTBEAT.toSeconds();
        ScheduledFuture<?> unused = heartbeat.scheduleAtFixedRate(this::beat, seconds, seconds, TimeUnit.SECONDS);
    }

    Path folder() {
        return folder;
    }

    /** A heartbeat that cannot be written is no reason to end a run: the next metrics or checkpoint tell what is wrong. */
    private void beat() {
        try {
            write();
        } catch (IOException e) {
            return;
        }
    }

    private synchronized void write() throws IOException {
        status.beat(secondsBefore + (System.nanoTime() - began) / 1e9).write(folder);
    }

    /** Notes a step; the file has it with the next heartbeat. */
    synchronized void step(long step, long steps, @Nullable Double loss) {
        status.atStep(step, steps, loss);
    }

    /** Returns true if a step has ended. */
    synchronized boolean hasStep() {
        return status.step() > 0;
    }

    /** Notes a checkpoint from which the run can go on. */
    void saved(Path checkpoint) throws IOException {
        synchronized (this) {
            status.save(nameOf(checkpoint));
        }
        write();
    }

    private static String nameOf(Path checkpoint) {
        String name = Objects.requireNonNull(checkpoint.getFileName()).toString();
        return name.substring(0, name.length() - Safetensors.EXTENSION.length());
    }

    /** Returns the newest checkpoint from which the run can go on, or null if there is none. */
    @Nullable
    synchronized String checkpoint() {
        return status.checkpoint();
    }

    /** Notes how the run ended, and writes its report. The result of the run counts, so a status that cannot be written is not reported. */
    void end(Ending ending) {
        String reason = ending.reason();
        synchronized (this) {
            status.end(ending.state(), reason == null ? null : firstLine(reason), ending.exitCode());
        }
        try {
            write();
        } catch (IOException e) {
            overwrite();
        }
        report();
    }

    private synchronized void overwrite() {
        try {
            status.overwrite(folder);
        } catch (IOException e) {
            return;
        }
    }

    /** Gives a run that cannot go on the status that it had. */
    void restore() throws IOException {
        stopHeartbeat();
        AtomicFile.replace(folder.resolve(RunFiles.STATUS), Objects.requireNonNull(before));
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse(text);
    }

    /** The report can be written again with {@code alchemi runs report}, so one that fails changes nothing of the run. */
    private void report() {
        try {
            RunReport.write(folder);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            return;
        }
    }

    /**
     * Requires that the folder still exists: open files can be written without it, but nothing of them is kept.
     *
     * @throws IOException if it is gone
     */
    void requireFolder() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("the folder of the run was removed: " + folder);
        }
    }

    /**
     * Requires space for the checkpoints of the run before its first step.
     *
     * @param bytes size of the checkpoints
     * @throws TrainingException if the disk has less
     */
    void requireSpace(long bytes) {
        long usable;
        try {
            usable = Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw new TrainingException("the folder of the run cannot be used: " + e.getMessage());
        }
        if (usable < bytes + OTHER_FILES) {
            throw new TrainingException(String.format(
                    Locale.ROOT,
                    "the run needs up to %,d MB for its checkpoints and %,d MB for its other files, but the disk of %s has %,d MB"
                            + " left; free some space, or keep fewer checkpoints (keep_last)",
                    -Math.floorDiv(-bytes, MB),
                    OTHER_FILES / MB,
                    folder,
                    usable / MB));
        }
    }

    /** Waits for a heartbeat that is being written, and releases the folder. */
    @Override
    public void close() throws IOException {
        stopHeartbeat();
        lock.close();
    }

    private void stopHeartbeat() {
        heartbeat.shutdown();
        try {
            boolean unused = heartbeat.awaitTermination(RunStatus.HEARTBEAT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
