package io.alchemi.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A process whose output goes to files, so that it never waits for a reader. */
final class StartedProcess {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Process process;
    private final Path out;
    private final Path err;

    private StartedProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Starts a command in a folder. Sets environment variables, or removes those with an empty value. */
    static StartedProcess start(Path workingDirectory, Map<String, String> variables, List<String> command) {
        try {
            Path beside = workingDirectory.resolve("..").normalize();
            Path out = Files.createTempFile(beside, "out", ".txt");
            Path err = Files.createTempFile(beside, "err", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(workingDirectory.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            variables.forEach((name, value) -> builder.environment().put(name, value));
            builder.environment().values().removeIf(String::isEmpty);
            return new StartedProcess(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the end of the process. Returns its exit code. */
    int exitCode() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("still running; it wrote:\n" + out() + err());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits until one of the output streams contains a string. */
    StartedProcess untilItSays(String text) {
        return until(() -> out().contains(text) || err().contains(text), text);
    }

    /** Waits until a condition is true. */
    StartedProcess until(BooleanSupplier condition, String what) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end) || !process.isAlive()) {
                process.destroyForcibly();
                throw new AssertionError("timed out waiting for '" + what + "':\n" + out() + err());
            }
            pause();
        }
        return this;
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Sends a signal to the process. */
    void signal(String name) {
        try {
            new ProcessBuilder(Arrays.asList("kill", "-" + name, Long.toString(process.pid())))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns the standard output so far. */
    String out() {
        return read(out);
    }

    /** Returns the standard error so far. */
    String err() {
        return read(err);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
