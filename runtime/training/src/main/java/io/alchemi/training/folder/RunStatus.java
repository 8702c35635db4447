package io.alchemi.training.folder;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.annotations.SerializedName;
import io.alchemi.training.checkpoint.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code status.json} of a run. Times are ISO-8601, UTC.
 *
 * @param state          what the process wrote last
 * @param command        the command, without {@code alchemi}
 * @param schema         id of the configuration's schema
 * @param name           the user's name for the run, or null
 * @param pid            id of the process
 * @param processStarted when the process started, or null if the system does not say; tells it from a later one of the same id
 * @param host           the machine
 * @param started        when the run was started for the first time
 * @param heartbeat      when the file was last written, every {@link #HEARTBEAT} while the process lives
 * @param ended          when the run ended, or null
 * @param step           steps done
 * @param steps          steps of the whole loop
 * @param checkpoint     the newest checkpoint, a file name without extension, or null
 * @param reason         why the run failed or was interrupted, or null
 * @param exitCode       exit code of the process, or null while it lives
 * @param loss           loss of the last step, or null
 * @param seconds        time spent in all processes of the run
 */
public record RunStatus(
        State state,
        String command,
        String schema,
        @Nullable String name,
        long pid,
        @Nullable @SerializedName("process_started") String processStarted,
        String host,
        String started,
        String heartbeat,
        @Nullable String ended,
        long step,
        long steps,
        @Nullable String checkpoint,
        @Nullable String reason,
        @Nullable @SerializedName("exit_code") Integer exitCode,
        @Nullable Double loss,
        double seconds) {

    /** Time between two heartbeats. */
    public static final Duration HEARTBEAT = Duration.ofSeconds(10);

    /** A run on another machine without a heartbeat for so long is lost; clocks of machines differ a little. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private static final Gson JSON =
            new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

    /** State of a run. */
    public enum State {
        /** a process computes */
        @SerializedName("running")
        RUNNING,
        /** all steps are done */
        @SerializedName("finished")
        FINISHED,
        /** an error ended it */
        @SerializedName("failed")
        FAILED,
        /** a signal or the end of its time ended it, after its state was saved */
        @SerializedName("interrupted")
        INTERRUPTED,
        /** it was running, but its process no longer lives; no file has this state */
        LOST
    }

    /** Returns the status of a run that starts in this process. */
    public static RunStatus started(String command, String schema, @Nullable String name) {
        String now = now();
        return new RunStatus(
                State.RUNNING,
                command,
                schema,
                name,
                ProcessHandle.current().pid(),
                startOf(ProcessHandle.current()),
                Machine.host(),
                now,
                now,
                null,
                0,
                0,
                null,
                null,
                null,
                null,
                0);
    }

    /** Returns the status of the same run when this process resumes it. */
    public RunStatus resumed() {
        RunStatus now = started(command, schema, name);
        return new RunStatus(
                State.RUNNING,
                command,
                schema,
                name,
                now.pid,
                now.processStarted,
                now.host,
                started,
                now.heartbeat,
                null,
                step,
                steps,
                checkpoint,
                null,
                null,
                loss,
                seconds);
    }

    /** Returns the status of the run now, after it was computed for some seconds. */
    public RunStatus at(double computed) {
        return new RunStatus(
                state,
                command,
                schema,
                name,
                pid,
                processStarted,
                host,
                started,
                now(),
                ended,
                step,
                steps,
                checkpoint,
                reason,
                exitCode,
                loss,
                computed);
    }

    /** Returns the status after a step. */
    public RunStatus withStep(long done, long all, @Nullable Double latest) {
        return new RunStatus(
                state,
                command,
                schema,
                name,
                pid,
                processStarted,
                host,
                started,
                heartbeat,
                ended,
                done,
                all,
                checkpoint,
                reason,
                exitCode,
                latest,
                seconds);
    }

    /** Returns the status after a checkpoint. */
    public RunStatus withCheckpoint(String newest) {
        return new RunStatus(
                state,
                command,
                schema,
                name,
                pid,
                processStarted,
                host,
                started,
                heartbeat,
                ended,
                step,
                steps,
                newest,
                reason,
                exitCode,
                loss,
                seconds);
    }

    /** Returns the status at the end of the process. */
    public RunStatus ended(State last, @Nullable String why, int code) {
        return new RunStatus(
                last,
                command,
                schema,
                name,
                pid,
                processStarted,
                host,
                started,
                heartbeat,
                now(),
                step,
                steps,
                checkpoint,
                why,
                code,
                loss,
                seconds);
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /**
     * Reads the status of a run.
     *
     * @param run the folder
     * @return the status as it was written
     * @throws IOException if there is none, or it cannot be read
     */
    public static RunStatus read(Path run) throws IOException {
        Path file = run.resolve(RunFiles.STATUS);
        try {
            RunStatus status = JSON.fromJson(Files.readString(file), RunStatus.class);
            if (status == null || status.state == null || status.command == null || status.host == null) {
                throw new IOException(file + " is not the status of a run");
            }
            Instant.parse(status.started);
            Instant.parse(status.heartbeat);
            return status;
        } catch (JsonParseException | DateTimeException | NullPointerException e) {
            throw new IOException(file + " is not the status of a run", e);
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
        byte[] text = (JSON.toJson(this) + "\n").getBytes(StandardCharsets.UTF_8);
        AtomicFile.replace(run.resolve(RunFiles.STATUS), channel -> {
            ByteBuffer bytes = ByteBuffer.wrap(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        });
    }

    /**
     * Returns the state as it is now.
     *
     * @return lost if the run is running according to its file, but its process no longer lives
     */
    public State present() {
        return state == State.RUNNING && !lives() ? State.LOST : state;
    }

    /** Returns true if the process of the run lives, and is not this one. */
    boolean isWrittenByAnother() {
        return state == State.RUNNING && lives() && !isThisProcess();
    }

    /** Returns who writes the run. */
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

    /** Returns when a process started, or null if the system does not say. */
    static @Nullable String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse(null);
    }
}
