package io.alchemi.training.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.command.CommandContext;
import io.alchemi.command.ExitCode;
import io.alchemi.training.folder.RunStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests {@code alchemi runs tail} on a folder written by the tests. A pause between two checks changes the run. */
class RunsTailTest {
    private static final String RUN = "align-train/20251127-101500-ab3d";

    @TempDir
    private Path root;

    private WrittenRuns runs;
    private Path run;
    private final Deque<Change> changes = new ArrayDeque<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** A change of the run. */
    private interface Change {
        void make() throws IOException;
    }

    @BeforeEach
    void aRunOfThisProcess() throws IOException {
        runs = new WrittenRuns(root);
        run = runs.write(RUN);
        RunStatus.started("align train", "alignment", null).atStep(5, 10, 0.5).write(run);
    }

    @Test
    void printsTheLastLines() {
        runs.write(RUN + "/log.txt", "one\ntwo\nth\u001bree\nhalf a li");

        assertThat(runs.alchemi("runs", "tail", "ab3d", "-n", "2")).isEqualTo("two\nth\\u001bree\nexit 0\n");
        assertThat(runs.alchemi("runs", "tail")).isEqualTo("one\ntwo\nth\\u001bree\nexit 0\n");
        assertThat(runs.alchemi("runs", "tail", "last", "--lines", "0")).isEqualTo("exit 0\n");
    }

    @Test
    void findsTheLastLinesOfALongLog() {
        runs.write(RUN + "/log.txt", ("x".repeat(999) + "\n").repeat(500) + "the last\n");

        assertThat(runs.alchemi("runs", "tail", "-n", "2")).isEqualTo("x".repeat(999) + "\nthe last\nexit 0\n");
        assertThat(runs.alchemi("runs", "tail", "-n", "1000").lines()).hasSize(502);
    }

    @Test
    void withoutALogTheErrorNamesTheFile() throws IOException {
        Files.delete(run.resolve("log.txt"));

        assertThat(runs.alchemi("runs", "tail"))
                .startsWith("runs/" + RUN + "/log.txt: error: file not found [ALC502]\n")
                .endsWith("exit 66\n");
    }

    @Test
    void anEndedRunIsNotFollowed() {
        runs.status(RUN, "align train", "failed", 7, "null", 3);

        assertThat(runs.alchemi("runs", "tail", "-f", "-n", "1"))
                .isEqualTo("the run is failed after 7 of 1000 steps\nstep 1000/1000  loss 0.2500\nexit 0\n");
    }

    @Test
    void followsUntilTheRunEnds() throws IOException {
        changes.add(() -> add("step 6/10\nste"));
        changes.add(() -> add("p 7/10"));
        changes.add(() -> {
            add("\nstep 10/10\n");
            RunStatus.read(run)
                    .atStep(10, 10, 0.1)
                    .end(RunStatus.State.FINISHED, null, 0)
                    .write(run);
        });

        assertThat(follow(new PrintStream(out, true, StandardCharsets.UTF_8))).isEqualTo(ExitCode.FINE);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("step 1000/1000  loss 0.2500\nstep 6/10\nstep 7/10\nstep 10/10\n");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("the run is finished after 10 of 10 steps\n");
    }

    @Test
    void followsALogThatStartsAgain() throws IOException {
        changes.add(() -> runs.write(RUN + "/log.txt", "new\n"));
        changes.add(() -> runs.status(RUN, "align train", "running", 7, "null", 3));

        follow(new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("step 1000/1000  loss 0.2500\nnew\n");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("the run is lost after 7 of 1000 steps\n");
    }

    @Test
    void endsIfTheFolderIsRemoved() throws IOException {
        changes.add(() -> Files.delete(run.resolve("log.txt")));

        assertThat(follow(new PrintStream(out, true, StandardCharsets.UTF_8))).isEqualTo(ExitCode.FINE);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("the log was removed\n");
    }

    @Test
    void aClosedPipeEndsItWithoutAMessage() throws IOException {
        PrintStream closed = new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("Broken pipe");
                    }
                },
                true,
                StandardCharsets.UTF_8);

        assertThat(follow(closed)).isEqualTo(141);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(runs.alchemi(closed, err, "runs", "tail", "-f")).isEqualTo(141);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private int follow(PrintStream stream) throws IOException {
        LogTail tail = new LogTail(run, new CommandContext(stream, new PrintStream(err, true, StandardCharsets.UTF_8)));
        tail.last(1);
        return tail.follow(() -> {
            try {
                changes.remove().make();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void add(String text) throws IOException {
        Files.writeString(run.resolve("log.txt"), text, StandardOpenOption.APPEND);
    }
}
