package io.alchemi.training.folder;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.annotations.SerializedName;
import io.alchemi.training.checkpoint.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code status.json} of a run. Times are ISO-8601, UTC.
 *
 * <p>Not thread-safe.
 */
public final class RunStatus {
    /** Time between two heartbeats. */
    public static final Duration HEARTBEAT = Duration.ofSeconds(10);

    /** A run on another machine without a heartbeat for this long is lost. Allows for differences between the clocks. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private static final long LARGEST = 1_000_000;

    /** A thousand years; longer values are invalid. */
    private static final double LONGEST_SECONDS = 3.2e10;

    private static final Gson JSON =
            new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

    /** State of a run. */
    public enum State {
        /** a process is running */
        @SerializedName("running")
        RUNNING,
        /** all steps were completed */
        @SerializedName("finished")
        FINISHED,
        /** an error ended it */
        @SerializedName("failed")
        FAILED,
        /** a signal or the time limit ended it, after its state was saved */
        @SerializedName("interrupted")
        INTERRUPTED
    }

    private State state = State.RUNNING;
    private String command = "";
    private String schema = "";
    private @Nullable String name;
    private long pid;

    @SerializedName("process_started")
    private @Nullable String processStarted;

    private String host = "";
    private String started = "";
    private String heartbeat = "";
    private @Nullable String ended;
    private long step;
    private long steps;
    private @Nullable String checkpoint;
    private @Nullable String reason;

    @SerializedName("exit_code")
    private @Nullable Integer exitCode;

    private @Nullable Double loss;
    private double seconds;

    private RunStatus() {}

    /** Returns the status of a run that starts in this process. */
    public static RunStatus started(String command, String schema, @Nullable String name) {
        RunStatus status = new RunStatus();
        status.command = command;
        status.schema = schema;
        status.name = name;
        status.started = now();
        status.heartbeat = status.started;
        return status;
    }

    /** Records that this process resumes the run. */
    public RunStatus resume() {
        state = State.RUNNING;
        pid = ProcessHandle.current().pid();
        processStarted = startOf(ProcessHandle.current());
        host = Machine.host();
        heartbeat = now();
        ended = null;
        reason = null;
        exitCode = null;
        return this;
    }

    /** Records a heartbeat. */
    public RunStatus beat(double computed) {
        heartbeat = now();
        seconds = computed;
        return this;
    }

    /** Records the progress of the loop. */
    public RunStatus atStep(long done, long all, @Nullable Double latestLoss) {
        step = done;
        steps = all;
        loss = latestLoss != null && Double.isFinite(latestLoss) ? latestLoss : null;
        return this;
    }

    /** Records the newest checkpoint, or null if there is none. */
    public RunStatus save(@Nullable String newest) {
        checkpoint = newest;
        return this;
    }

    /** Records the end of the process. */
    public RunStatus end(State last, @Nullable String why, int code) {
        state = last;
        reason = why;
        exitCode = code;
        ended = now();
        return this;
    }

    /** Returns the state that was written last. */
    public State state() {
        return state;
    }

    /** Returns the command, without {@code alchemi}. */
    public String command() {
        return command;
    }

    /** Returns the id of the configuration's schema. */
    public String schema() {
        return schema;
    }

    /** Returns the user's name for the run, or null. */
    public @Nullable String name() {
        return name;
    }

    /** Returns the host name of the machine. */
    public String host() {
        return host;
    }

    /** Returns when the run was first started. */
    public String started() {
        return started;
    }

    /** Returns when the file was last written. It is written every {@link #HEARTBEAT} while the process is running. */
    public String heartbeat() {
        return heartbeat;
    }

    /** Returns when the run ended, or null. */
    public @Nullable String ended() {
        return ended;
    }

    /** Returns the number of completed steps. */
    public long step() {
        return step;
    }

    /** Returns the number of steps of the loop. */
    public long steps() {
        return steps;
    }

    /** Returns the newest checkpoint, a file name without extension, or null. */
    public @Nullable String checkpoint() {
        return checkpoint;
    }

    /** Returns why the run failed or was interrupted, or null. */
    public @Nullable String reason() {
        return reason;
    }

    /** Returns the exit code of the process, or null while it is running. */
    public @Nullable Integer exitCode() {
        return exitCode;
    }

    /** Returns the loss of the last step, or null. */
    public @Nullable Double loss() {
        return loss;
    }

    /** Returns the total time of all processes of the run in seconds. */
    public double seconds() {
        return seconds;
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /**
     * Reads the status of a run.
     *
     * @param run the folder
     * @return the status as written
     * @throws IOException if the file is missing or cannot be read
     */
    public static RunStatus read(Path run) throws IOException {
        Path file = run.resolve(RunFiles.STATUS);
        boolean isReadable = !Files.exists(file) || (Files.isRegularFile(file) && Files.size(file) <= LARGEST);
        RunStatus status = isReadable ? parse(Files.readString(file)) : null;
        if (status == null) {
            throw new IOException(file + " is not the status of a run");
        }
        return status;
    }

    private static @Nullable RunStatus parse(String json) {
        try {
            RunStatus status = JSON.fromJson(json, RunStatus.class);
            return status != null && status.isComplete() ? status : null;
        } catch (JsonParseException e) {
            return null;
        }
    }

    /** Returns true if all required values are present, as after the first heartbeat. */
    private boolean isComplete() {
        return state != null
                && command != null
                && schema != null
                && host != null
                && isInstant(started)
                && isInstant(heartbeat)
                && seconds >= 0
                && seconds < LONGEST_SECONDS
                && (loss == null || Double.isFinite(loss));
    }

    private static boolean isInstant(@Nullable String time) {
        try {
            return time != null && Instant.parse(time) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Returns the status of a run, or null if the folder has none. */
    public static @Nullable RunStatus readIfPresent(Path run) throws IOException {
        try {
            return read(run);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /**
     * Writes the status of a run.
     *
     * @param run the folder
     * @throws IOException if the folder cannot be written
     */
    public void write(Path run) throws IOException {
        AtomicFile.replace(run.resolve(RunFiles.STATUS), JSON.toJson(this) + "\n");
    }

    /**
     * Overwrites the status in place, which needs no additional space on a full disk.
     *
     * @param run the folder
     * @throws IOException if there is no status file, or it cannot be written
     */
    public void overwrite(Path run) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((JSON.toJson(this) + "\n").getBytes(StandardCharsets.UTF_8));
        try (FileChannel file = FileChannel.open(run.resolve(RunFiles.STATUS), StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.truncate(bytes.limit());
        }
    }

    /** Returns true if the status is running, but the process has ended. */
    public boolean isLost() {
        return state == State.RUNNING && !lives();
    }

    /** Returns true if the status is running and the process still exists. */
    public boolean isRunning() {
        return state == State.RUNNING && lives();
    }

    /** Returns true if the process of the run still exists, and is not this one. */
    boolean isWrittenByAnother() {
        return isRunning() && !isThisProcess();
    }

    /** Describes the process that writes to the run. */
    String writer() {
        return "process " + pid + " on " + host + ", whose last sign of life is from " + heartbeat;
    }

    private boolean lives() {
        if (!host.equals(Machine.host())) {
            return Instant.parse(heartbeat).plus(SILENCE).isAfter(Instant.now());
        }
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        return process.isPresent() && (processStarted == null || processStarted.equals(startOf(process.get())));
    }

    private boolean isThisProcess() {
        return host.equals(Machine.host()) && pid == ProcessHandle.current().pid();
    }

    /** Returns the start time of a process, or null if the system does not provide it. */
    static @Nullable String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse(null);
    }
}
