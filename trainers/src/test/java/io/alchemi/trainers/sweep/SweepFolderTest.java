package io.alchemi.trainers.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.command.ExitCode;
import io.alchemi.trainers.run.CommandLine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the folder of a sweep: what later commands find in it, keep and refuse. */
class SweepFolderTest {
    @TempDir
    private Path folder;

    private Path base;
    private CommandLine sweep;

    @BeforeEach
    void copyBase() throws IOException {
        base = folder.resolve("base.yaml");
        Files.copy(CommandLine.SMALL, base);
        sweep = new CommandLine(folder.resolve("runs"), "sweep");
    }

    private String file(String rest) throws IOException {
        return Files.writeString(folder.resolve("my.sweep.yaml"), "command: pretrain-mae\nconfig: base.yaml\n" + rest)
                .toString();
    }

    @Test
    void trialsKeepTheirNumbersWhenValuesAreAdded() throws IOException {
        assertThat(indexes("over: {global.seed: [1, 2]}")).containsExactly("0", "1");
        assertThat(indexes("over: {global.seed: [3, 2, 1]}")).containsExactly("0", "1", "2");
        assertThat(indexes("over: {global.seed: [3, 1]}")).containsExactly("0", "2");
        assertThat(sweep.train("status").out())
                .contains("2 trials of 'alchemi pretrain-mae': 2 waiting", "any more, or of another version: 1 trial;");
        assertThat(sweep.train("show", "--csv").out())
                .isEqualTo("trial,state,step,time,global.seed,reason\r\n0,waiting,,,1,\r\n2,waiting,,,3,\r\n");
    }

    @Test
    void anotherFileWithTheSameNameIsAnotherSweep() throws IOException {
        Path first = Path.of(file("over: {global.seed: [1, 2]}"));
        sweep.train("expand", first.toString());
        assertThat(folder.resolve("runs/sweeps/my/sweep.json"))
                .as("the project can be copied")
                .content()
                .contains("\"file\":\"../../../my.sweep.yaml\"");
        Path second = Files.createDirectory(folder.resolve("other")).resolve("my.sweep.yaml");
        Files.writeString(
                second,
                Files.readString(first).replace("base.yaml", "../base.yaml").replace("[1, 2]", "[3]"));

        CommandLine.Outcome refused = sweep.train("run", second.toString());
        assertThat(refused.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(refused.err())
                .contains("runs/sweeps/my is the sweep of the file " + first)
                .contains("give this one another name with --name, or continue that sweep with --name my");
        assertThat(sweep.train("status", second.toString()).err())
                .isEqualTo("warning: " + second + " differs from " + folder.resolve("runs/sweeps/my/sweep.yaml")
                        + ", from which the trials were planned\n");
        assertThat(sweep.train("status", first.toString()).err()).isEmpty();
        Files.writeString(first, "\ufeff" + Files.readString(first));
        assertThat(sweep.train("status", first.toString()).err())
                .as("a byte order mark is not part of the text")
                .isEmpty();

        assertThat(sweep.train("expand", second.toString(), "--name", "my").exit())
                .isZero();
        assertThat(sweep.train("show", first.toString(), "--csv").out()).contains("2,waiting,,,3,");
        assertThat(sweep.train("show", first.toString()).err()).contains("warning: " + first);
        Files.delete(second);
        assertThat(sweep.train("expand", first.toString()).exit())
                .as("a file that was moved")
                .isZero();
    }

    /** Its base is relative to the working directory. */
    @Test
    void theStandardInputIsASweepFile() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        String text = "command: pretrain-mae\nconfig: " + here.relativize(base.toRealPath())
                + "\nover: {global.seed: [1, 2]}\n";
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            CommandLine.Outcome unnamed = sweep.train("run", "-", "--dry-run");
            assertThat(unnamed.exit()).isEqualTo(ExitCode.USAGE);
            assertThat(unnamed.err())
                    .contains("a sweep from standard input or a pipe has no name", "give it one with --name");
            assertThat(sweep.train("run", "/dev/null", "--dry-run").err())
                    .contains("a sweep from standard input or a pipe has no name");
            CommandLine.Outcome named = sweep.train("expand", "-", "--name", "piped");
            assertThat(named.exit()).as(named.err()).isZero();
            assertThat(named.out().lines()).hasSize(2);
        } finally {
            System.setIn(before);
        }
        assertThat(folder.resolve("runs/sweeps/piped/sweep.yaml")).hasContent(text);
        assertThat(sweep.train("status", "piped").out()).contains("2 waiting");
    }

    @Test
    void theFrozenConfigurationIsNoRun() throws IOException {
        String file = file("over: {train.max_steps: [1]}");
        sweep.train("expand", file);
        assertThat(sweep.train("trial", file, "--index", "0").exit()).isZero();
        Path sweeps = folder.resolve("runs/sweeps");
        CommandLine runs = new CommandLine(folder.resolve("runs"), "runs", "list");

        assertThat(runs.train(sweeps.resolve("my").toString()).out())
                .contains("00000-", "finished")
                .doesNotContain("base", "damaged");
        assertThat(runs.train(sweeps.toString()).out()).isEmpty();
    }

    private List<String> indexes(String over) throws IOException {
        CommandLine.Outcome outcome = sweep.train("expand", file(over));
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        return outcome.out()
                .lines()
                .map(line -> line.replaceAll(".* --index ", ""))
                .toList();
    }

    @Test
    void aChangedBaseIsRefused() throws IOException {
        String file = file("over: {global.seed: [1, 2]}");
        sweep.train("expand", file);
        Files.writeString(base, Files.readString(base) + "# a comment\n");
        assertThat(sweep.train("expand", file).exit()).isZero();

        Files.writeString(base, Files.readString(base).replace("lr: 0.003", "lr: 0.004"));
        CommandLine.Outcome refused = sweep.train("run", file);
        assertThat(refused.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(refused.err())
                .contains(
                        "the base configuration has changed since", "train.lr was 0.003, is 0.004  (" + base + ":16:7)")
                .contains("restore it, or give the sweep another name with --name");
        assertThat(sweep.train("expand", file, "--name", "other").exit()).isZero();
    }

    /** Otherwise the sweep would compare it, under its former values, with trials that have fewer steps. */
    @Test
    void aTrialIsNotResumedWithOtherValues() throws IOException {
        String file = file("over: {train.max_steps: [1]}");
        sweep.train("expand", file);
        assertThat(sweep.train("trial", file, "--index", "0").exit()).isZero();
        String trial = trialFolder("my").toString();
        CommandLine training = new CommandLine(folder.resolve("runs"), "pretrain-mae");

        CommandLine.Outcome refused = training.train("--resume", trial, "--max-steps", "2");
        assertThat(refused.exit()).as(refused.out()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err())
                .contains("the run is a trial of a sweep, whose configuration cannot change")
                .contains("copy the folder out of the sweep and resume the copy");
        assertThat(training.train("--resume", trial).err())
                .contains(
                        "the run has finished",
                        "copy the folder out of the sweep and resume the copy with a higher max_steps to go on");
        assertThat(sweep.train("show").out()).contains("finished  1/1");
    }

    /** Returns the folder of the only trial of a sweep. */
    private Path trialFolder(String name) throws IOException {
        try (Stream<Path> runs = Files.list(folder.resolve("runs/sweeps").resolve(name + "/trials"))) {
            return runs.findFirst().orElseThrow();
        }
    }

    /** No results of a trial are deleted, and no trial changes its number. */
    @Test
    void damagedFilesAreNamed() throws IOException {
        String file = file("over: {train.max_steps: [1]}");
        sweep.train("expand", file);
        assertThat(sweep.train("trial", "my", "--index", "0").exit()).isZero();
        Path my = folder.resolve("runs/sweeps/my");
        Path run = trialFolder("my");

        Files.writeString(run.resolve("status.json"), "{");
        String damaged =
                "the run folder is damaged: status.json is not the status of a run; restore it, or delete " + run;
        assertThat(sweep.train("status").out())
                .contains("1 failed", damaged)
                .as("which cannot help")
                .doesNotContain("--retry-failed");
        assertThat(sweep.train("run", file, "--retry-failed").out()).contains("0 of 1 trial to run", damaged);
        assertThat(sweep.train("trial", "my", "--index", "0").err()).contains(damaged);
        assertThat(run.resolve("checkpoints/final.safetensors")).exists();

        Files.delete(my.resolve("trials.jsonl"));
        assertThat(sweep.train("expand", file).err())
                .contains("trials.jsonl is missing; restore it, or start another sweep with --name");
        Files.writeString(my.resolve("sweep.json"), "{}");
        assertThat(sweep.train("status").err()).contains("sweep.json is not the description of a sweep; restore it");
    }

    @Test
    void aTrialThatCannotStartReportsTheReason() throws IOException {
        String file = file("over: {train.max_steps: [1]}\nthreads: 2");
        sweep.train("expand", file);
        assertThat(sweep.train("trial", file, "--index", "7").err())
                .contains("the sweep has no trial 7", "its last one is 0");
        assertThat(sweep.train("trial", file).err()).contains("missing option --index");

        Files.writeString(
                folder.resolve("runs/sweeps/my/base/config.yaml"),
                Files.readString(folder.resolve("runs/sweeps/my/base/config.yaml"))
                        .replace("lr: 0.003", "lr: 0.004"));
        CommandLine.Outcome outcome = sweep.train("trial", file, "--index", "0");
        assertThat(outcome.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(outcome.err()).contains("trial 0 was planned with other inputs or another version");
        assertThat(sweep.train("status").out()).contains("1 failed", "failed  trial 0");
    }
}
