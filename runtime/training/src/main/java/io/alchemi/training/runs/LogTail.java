package io.alchemi.training.runs;

import io.alchemi.command.CommandContext;
import io.alchemi.command.ExitCode;
import io.alchemi.config.diagnose.EscapedText;
import io.alchemi.training.folder.RunFiles;
import io.alchemi.training.folder.RunStatus;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Prints the end of a run's log, and follows it. */
final class LogTail {
    /** Exit code after writing to a closed pipe, as in a shell. */
    static final int CLOSED_PIPE = 141;

    private static final int BLOCK = 1 << 16;

    private final Path folder;
    private final Path log;
    private final CommandContext context;
    private long position;

    /** Waits between two checks of the log. */
    interface Pause {
        /** Waits. */
        void await() throws InterruptedException;
    }

    LogTail(Path folder, CommandContext context) {
        this.folder = folder;
        this.log = folder.resolve(RunFiles.LOG);
        this.context = context;
    }

    /** Prints the last lines. */
    void last(int lines) throws IOException {
        LastLines last = LastLines.of(log, lines);
        last.lines().forEach(this::print);
        position = last.end();
    }

    /**
     * Prints new lines until the run has ended, its folder was removed, or the output was closed.
     *
     * @return the exit code
     */
    int follow(Pause pause) throws IOException {
        try {
            while (true) {
                // The state must be read first: then the log already has everything that was written before the end of
                // the run.
                RunRecord run = RunRecord.open(folder);
                if (!Files.isRegularFile(log)) {
                    context.err().println("the log was removed");
                    return ExitCode.FINE;
                }
                more();
                if (context.out().checkError()) {
                    return CLOSED_PIPE;
                } else if (run.state() != ListedState.RUNNING) {
                    context.err().println(ended(run));
                    return ExitCode.FINE;
                }
                pause.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED;
        }
    }

    /** Prints complete new lines. */
    private void more() throws IOException {
        try (FileChannel channel = FileChannel.open(log)) {
            if (channel.size() < position) {
                position = 0; // The log was started again.
            }
            byte[] bytes = LastLines.read(channel, position, Math.min(channel.size(), position + BLOCK));
            while (bytes.length > 0) {
                int end = bytes.length;
                while (end > 0 && bytes[end - 1] != '\n') {
                    end--;
                }
                if (end == 0 && bytes.length < BLOCK) {
                    return;
                }
                end = end == 0 ? bytes.length : end;
                LastLines.lines(Arrays.copyOf(bytes, end)).forEach(this::print);
                position += end;
                bytes = LastLines.read(channel, position, Math.min(channel.size(), position + BLOCK));
            }
        }
    }

    private void print(String line) {
        context.out().println(EscapedText.of(line));
    }

    private static String ended(RunRecord run) {
        RunStatus status = run.status();
        return status == null
                ? "the run is damaged: " + run.damage()
                : "the run is " + run.state() + " after " + status.step() + " of " + status.steps() + " steps";
    }
}
