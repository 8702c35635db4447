package io.alchemi.training.run;

import io.alchemi.config.schema.RuntimeKey;
import io.alchemi.training.checkpoint.AtomicFile;
import io.alchemi.training.checkpoint.Safetensors;
import io.alchemi.training.folder.RunFiles;
import io.alchemi.training.folder.RunLock;
import io.alchemi.training.folder.RunStatus;
import io.alchemi.training.report.RunReport;
import io.alchemi.training.runs.MetricLine;
import io.alchemi.training.runs.RunRecord;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The lock and the status file with its heartbeat, of a run that this process writes. */
final class RunState implements Closeable {
    private final Path folder;
    private final RunLock lock;
    private final ScheduledExecutorService heartbeat;
    private final long began = System.nanoTime();
    private final double secondsBefore;
    private final RunStatus status;
    private final @Nullable String before;
    private @Nullable Double learningRate;

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
     * @throws IOException if another process uses the folder, or it cannot be written
     */
    static RunState create(Path folder, String command, String schema, @Nullable String name) throws IOException {
        return new RunState(folder, RunLock.acquire(folder), RunStatus.started(command, schema, name), null);
    }

    /**
     * Locks the folder of a run to resume.
     *
     * @throws IOException if another process uses the folder, or its status cannot be read
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

    /** Returns the status. Until {@link #begin} it is that of the previous process. */
    RunStatus status() {
        return status;
    }

    /**
     * Sets the state to running, and starts the heartbeat.
     *
     * @param newest the checkpoint to resume from, or null
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

    /** Writes a heartbeat. A failure does not end the run: the next metrics or checkpoint will report the problem. */
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

    /** Records a step, which is written with the next heartbeat. */
    synchronized void step(long step, long steps, @Nullable Double loss) {
        status.atStep(step, steps, loss);
    }

    /**
     * Records the checkpoint from which a loop goes on. The previous process may have computed more steps than it saved, and reported them.
     *
     * @param done number of steps that are kept, the last of which is the last line of the metrics
     * @throws IOException if the metrics cannot be read
     */
    void goOn(long done) throws IOException {
        MetricLine last = RunRecord.open(folder).lastMetrics();
        Double loss = last == null ? null : last.values().get(RuntimeKey.LOSS.text());
        synchronized (this) {
            learningRate = last == null ? null : last.values().get(RuntimeKey.LEARNING_RATE.text());
            status.atStep(done, status.steps(), loss);
        }
    }

    /** Returns the learning rate of the last step before this process, or null if there is none. */
    @Nullable
    synchronized Double learningRate() {
        return learningRate;
    }

    /** Returns the number of steps of the loop, which is that of the previous process until {@link #beginLoop}. */
    synchronized long steps() {
        return status.steps();
    }

    /** Records the number of steps of the loop, which may have none left to compute. */
    synchronized void beginLoop(long steps) {
        status.atStep(status.step(), steps, status.loss());
    }

    /** Returns true if a step was completed. */
    synchronized boolean hasStep() {
        return status.step() > 0;
    }

    /** Records a checkpoint that the run can be resumed from. */
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

    /** Returns the newest checkpoint that the run can be resumed from, or null if there is none. */
    @Nullable
    synchronized String checkpoint() {
        return status.checkpoint();
    }

    /** Records the end of the run, and writes its report. The run itself is complete, so a failure to write the status is not reported. */
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

    /** Restores the previous status of a run that cannot be resumed. */
    void restore() throws IOException {
        stopHeartbeat();
        AtomicFile.replace(folder.resolve(RunFiles.STATUS), Objects.requireNonNull(before));
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse(text);
    }

    /** Writes the report. A failure has no effect, because {@code alchemi runs report} can write the report again. */
    private void report() {
        try {
            RunReport.write(folder);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            return;
        }
    }

    /**
     * Requires that the folder still exists. Open files can be written without it, but their content would be lost.
     *
     * @throws IOException if the folder was removed
     */
    void requireFolder() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("the folder of the run was removed: " + folder);
        }
    }

    /** Waits for a heartbeat that is being written, then releases the folder. */
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
