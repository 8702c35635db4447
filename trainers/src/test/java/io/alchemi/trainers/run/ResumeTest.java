package io.alchemi.trainers.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.alchemi.command.ExitCode;
import io.alchemi.config.schema.RuntimeKey;
import io.alchemi.trainers.mae.MaeExperimentLoader;
import io.alchemi.trainers.run.CommandLine.Outcome;
import io.alchemi.trainers.vectors.TrainedRun;
import io.alchemi.training.folder.RunFiles;
import io.alchemi.training.run.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests {@code --resume}: what is resumed from where, and what is refused. */
class ResumeTest {
    @TempDir
    private Path folder;

    private CommandLine line;
    private Path whole;

    @BeforeEach
    void aRunOfSixSteps() throws IOException {
        line = new CommandLine(folder.resolve("runs"));
        Outcome outcome = line.train(
                CommandLine.SMALL.toString(), "--name", "six", "--max-steps", "6", "--set", "train.save_every=2");
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        whole = line.folder();
    }

    /** Copies the run as it was when step 4 was saved and the process was killed in step 6. */
    private Path killed() throws IOException {
        Path copy = whole.resolveSibling("20991231-235959-copy");
        TrainedRun.killedAfter(whole, 4, copy);
        Path status = copy.resolve("status.json");
        Files.writeString(status, Files.readString(status).replace("\"finished\"", "\"running\""));
        return copy;
    }

    /** Returns the second run. The order of folders created within the same second is random. */
    private Path other() throws IOException {
        List<Path> folders = new ArrayList<>(line.folders());
        folders.remove(whole);
        assertThat(folders).hasSize(1);
        return folders.get(0);
    }

    private static Path checkpoint(Path run, String name) {
        return run.resolve("checkpoints/" + name + ".safetensors");
    }

    private static JsonObject status(Path run) throws IOException {
        return JsonParser.parseString(Files.readString(run.resolve("status.json")))
                .getAsJsonObject();
    }

    private static List<JsonObject> metrics(Path run) throws IOException {
        List<JsonObject> metrics = CommandLine.metrics(run);
        metrics.forEach(step -> RuntimeKey.measured().forEach(step::remove));
        return metrics;
    }

    private static void assertSame(Path run, Path as) throws IOException {
        assertThat(metrics(run)).isEqualTo(metrics(as));
        assertThat(checkpoint(run, "final")).hasSameBinaryContentAs(checkpoint(as, "final"));
    }

    @Test
    void aKilledRunResumesFromItsNewestCheckpoint() throws IOException {
        Path killed = killed();
        Files.writeString(killed.resolve("checkpoints/step-000006.safetensors.tmp"), "half a file");
        Files.writeString(killed.resolve("metrics.jsonl"), "{\"step\":7,\"ti", StandardOpenOption.APPEND);
        Outcome outcome = line.train("--resume", killed.toString());

        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.err()).contains("run " + killed + " goes on after step 4");
        assertSame(killed, whole);
        assertThat(killed.resolve("checkpoints/step-000006.safetensors.tmp")).doesNotExist();
        assertThat(status(killed).get("state").getAsString()).isEqualTo("finished");
        assertThat(status(killed).get("checkpoint").getAsString()).isEqualTo("step-000006");
        assertThat(Files.readAllLines(killed.resolve("inputs/command.txt")))
                .hasSize(2)
                .last()
                .isEqualTo("alchemi pretrain-mae --resume " + killed);
        assertThat(killed.resolve("environment-resume-1.json")).exists();
        assertThat(Files.readString(killed.resolve("log.txt"))).contains("step 6/6");
    }

    @Test
    void lastIsTheNewestRunAndANameIsEnough() throws IOException {
        Path killed = killed();
        assertThat(line.train("--resume", "last").err()).contains("run " + killed + " goes on");
        assertThat(line.train("--resume", "20991231-235959-copy").err())
                .contains("20991231-235959-copy: error: the run has finished", "raise max_steps with --set to go on");
        assertThat(line.train("--resume", "none").err())
                .contains("--resume none: error: no run 'none' in", "name one of these runs\n  = " + killed)
                .doesNotContain("\\n");
    }

    @Test
    void aRunThatHasNotSavedAnythingStartsAgain() throws IOException {
        Path killed = killed();
        forgetCheckpoints(killed);
        Outcome outcome = line.train("--resume", killed.toString());

        assertThat(outcome.err()).contains("has no checkpoint yet; it begins again");
        assertSame(killed, whole);
    }

    private static void forgetCheckpoints(Path run) throws IOException {
        for (Path file : RunFiles.list(run.resolve("checkpoints"), "step-*")) {
            Files.delete(file);
        }
        Path status = run.resolve("status.json");
        Files.writeString(
                status, Files.readString(status).replaceAll("\"checkpoint\":\"[^\"]*\"", "\"checkpoint\":null"));
    }

    @Test
    void aRunWhoseCheckpointsWereRemovedIsRefused() throws IOException {
        Path killed = killed();
        delete(killed.resolve("checkpoints"));
        Outcome outcome = line.train("--resume", killed.toString());

        assertThat(outcome.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(outcome.err())
                .contains(
                        "no checkpoint of " + killed + " can be used",
                        "the run had saved step-000006, which is no longer there");
        assertThat(CommandLine.metrics(killed)).hasSize(6);

        delete(whole.resolve("checkpoints"));
        assertThat(line.train("--resume", whole.toString(), "--max-steps", "9").exit())
                .isEqualTo(ExitCode.FAILED);
        assertThat(CommandLine.metrics(whole)).hasSize(6);
    }

    @Test
    void aFinishedRunWithoutCheckpointsResumesWithMoreSteps() throws IOException {
        line.train(CommandLine.SMALL.toString(), "--name", "none", "--max-steps", "4", "--set", "train.save_every=0");
        Path four = other();
        Outcome outcome = line.train("--resume", "none", "--max-steps", "6", "--set", "train.save_every=2");

        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.err()).contains("goes on after step 4");
        assertSame(four, whole);
    }

    @Test
    void aRunWithInitialParametersStartsAgainWithThem() throws IOException {
        line.train(CommandLine.SMALL.toString(), "--name", "warm", "--max-steps", "4", "--init-from", "six");
        Path warm = other();
        Path copy = warm.resolveSibling("20991231-235959-copy");
        TrainedRun.killedAfter(warm, 0, copy);
        forgetCheckpoints(copy);
        Files.writeString(
                copy.resolve("status.json"),
                Files.readString(copy.resolve("status.json")).replace("\"finished\"", "\"running\""));
        delete(whole);
        Outcome outcome = line.train("--resume", copy.toString());

        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.err()).contains("it begins again");
        assertSame(copy, warm);
    }

    @Test
    void anEditedFileIsNamedAsTheReason() throws IOException {
        Path killed = killed();
        Path config = killed.resolve("config.yaml");
        String written = Files.readString(config);
        Files.writeString(config, written.replace("dropout: 0.1", "dropout: 0.2"));
        assertThat(line.train("--resume", killed.toString()).err())
                .contains(
                        "step-000004.safetensors was written with another configuration: config.yaml was changed, or");

        Files.writeString(config, written);
        Files.writeString(killed.resolve("metrics.jsonl"), "{}\n");
        assertThat(line.train("--resume", killed.toString()).err())
                .contains("step-000004.safetensors does not fit metrics.jsonl, which was cut off or edited");
    }

    /** Reading a pipe would never end. */
    @ParameterizedTest
    @ValueSource(
            strings = {"metrics.jsonl", "checkpoints/step-000004.safetensors", "checkpoints/step-000002.safetensors"})
    void aPipeInTheFolderIsNamed(String name) throws IOException, InterruptedException {
        Path killed = killed();
        Path pipe = killed.resolve(name);
        Files.delete(pipe);
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "mkfifo is not installed");
        Outcome outcome = line.train("--resume", killed.toString());
        if (name.endsWith("2.safetensors")) {
            assertThat(outcome.exit())
                    .as("a pipe that is older than the used checkpoint")
                    .isZero();
            assertThat(outcome.err()).doesNotContain("warning");
        } else {
            assertThat(outcome.err()).containsPattern(pipe + ":? (it )?is not a regular file");
        }
    }

    @Test
    void aMissingFileOfMetricsIsNamed() throws IOException {
        Path killed = killed();
        Files.delete(killed.resolve("metrics.jsonl"));
        assertThat(line.train("--resume", killed.toString()).err())
                .contains("step-000004.safetensors does not fit metrics.jsonl, which is missing");
    }

    @Test
    void anEmptyCheckpointIsNamed() throws IOException {
        Path killed = killed();
        Files.writeString(checkpoint(killed, "step-000004"), "");
        assertThat(line.train("--resume", killed.toString()).err())
                .contains("step-000004.safetensors: it ends at byte 0, in the middle of its data; an older");
    }

    /** The option differs, not the file. */
    @Test
    void anotherSeedIsRefusedLikeAnyOtherKey() throws IOException {
        assertThat(line.train("--resume", killed().toString(), "--seed", "3").err())
                .contains("'global.seed' is 3, but the run that is resumed has 1");
    }

    @Test
    void aRunThatCannotBeResumedIsUnchanged() throws IOException {
        Path killed = killed();
        Files.delete(killed.resolve("log.txt"));
        Files.createDirectory(killed.resolve("log.txt"));
        Map<Path, ByteBuffer> before = contents(killed);
        Outcome outcome = line.train("--resume", killed.toString(), "--max-steps", "9");

        assertThat(outcome.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(outcome.err()).contains("error: the run cannot be resumed: " + killed + "/log.txt");
        Map<Path, ByteBuffer> after = contents(killed);
        after.keySet().removeIf(file -> file.toString().contains("-resume-1"));
        after.put(killed.resolve("inputs/command.txt"), before.get(killed.resolve("inputs/command.txt")));
        assertThat(after).isEqualTo(before);
    }

    private static Map<Path, ByteBuffer> contents(Path run) throws IOException {
        Map<Path, ByteBuffer> contents = new HashMap<>();
        try (Stream<Path> files = Files.walk(run)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(file, ByteBuffer.wrap(Files.readAllBytes(file)));
            }
        }
        return contents;
    }

    @Test
    void theRunOfAnotherCommandIsNamed() throws IOException {
        CommandLine align = new CommandLine(folder.resolve("runs"), "align", "train");
        assertThat(align.train("--resume", "six").err())
                .contains(whole + ": error: it is a run of the command 'pretrain-mae'", "resume it with that command");
    }

    @Test
    void aDamagedCheckpointIsNamedAndTheOneBeforeIsUsed() throws IOException {
        Path killed = killed();
        Path newest = checkpoint(killed, "step-000004");
        byte[] bytes = Files.readAllBytes(newest);
        bytes[bytes.length - 100] ^= 1;
        Files.write(newest, bytes);
        Outcome outcome = line.train("--resume", killed.toString());

        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.err())
                .contains("warning: " + newest + ": the content does not match its checksum; the file is damaged;"
                        + " an older checkpoint is used")
                .contains("goes on after step 2");
        assertThat(Files.readString(killed.resolve("log.txt"))).contains("warning: " + newest);
        assertSame(killed, whole);
    }

    @Test
    void aCheckpointOfAnotherRunIsNotUsed() throws IOException {
        line.train(CommandLine.SMALL.toString(), "--max-steps", "4", "--seed", "99", "--set", "train.save_every=2");
        Path other = other();
        Path killed = killed();
        delete(killed.resolve("checkpoints"));
        Files.createDirectory(killed.resolve("checkpoints"));
        Files.copy(checkpoint(other, "step-000004"), checkpoint(killed, "step-000005"));
        Outcome outcome = line.train("--resume", killed.toString());

        assertThat(outcome.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(outcome.err())
                .contains(
                        "error: no checkpoint of " + killed + " can be used\n  " + checkpoint(killed, "step-000005")
                                + " was written with another configuration: config.yaml was changed, or the file belongs to another run\n");
        assertThat(CommandLine.metrics(killed)).hasSize(6);
    }

    @Test
    void aConfigurationThatWasChangedIsRefusedWithTheDifference() throws IOException {
        Path killed = killed();
        byte[] before = Files.readAllBytes(killed.resolve("config.yaml"));
        Outcome outcome = line.train("--resume", killed.toString(), "--lr", "0.5", "--set", "train.dropout=0.3");

        assertThat(outcome.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err())
                .contains("'train.lr' is 0.5, but the run that is resumed has 0.003")
                .contains("'train.dropout' is 0.3, but the run that is resumed has 0.1")
                .contains("start a new run with --init-from");
        assertThat(killed.resolve("config.yaml")).hasBinaryContent(before);
        assertThat(line.train("--resume", killed.toString(), "--name", "x").err())
                .contains("a resumed run has a configuration, a name and parameters");
    }

    @Test
    void aFinishedRunResumesWithMoreSteps() throws IOException {
        line.train(CommandLine.SMALL.toString(), "--max-steps", "9", "--set", "train.save_every=2");
        Path nine = other();
        Outcome outcome = line.train("--resume", whole.toString(), "--max-steps", "9");

        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertSame(whole, nine);
        assertThat(Files.readString(whole.resolve("config.yaml"))).containsPattern("max_steps: 9 +# --max-steps");
        assertThat(new MaeExperimentLoader()
                        .load(whole.resolve("config.yaml"))
                        .value()
                        .train()
                        .maxSteps())
                .isEqualTo(9);
    }

    /** The killed process reported six steps and saved four. */
    @Test
    void aRunWithNoStepsLeftHasTheStatusOfItsCheckpoint() throws IOException {
        Path killed = killed();
        Outcome outcome = line.train("--resume", killed.toString(), "--max-steps", "4");

        assertThat(outcome.exit()).as(outcome.err()).isZero();
        List<JsonObject> metrics = metrics(killed);
        assertThat(metrics).hasSize(4);
        JsonObject status = status(killed);
        assertThat(status.get("state").getAsString()).isEqualTo("finished");
        assertThat(status.get("step").getAsLong()).isEqualTo(4);
        assertThat(status.get("steps").getAsLong()).isEqualTo(4);
        assertThat(status.get("loss")).isEqualTo(metrics.get(3).get("loss"));
        assertThat(Files.readString(killed.resolve("config.yaml"))).containsPattern("max_steps: 4 +# --max-steps");
        assertThat(line.train("--resume", killed.toString()).err()).contains("the run has finished");
    }

    @Test
    void fewerStepsThanCompletedAreRefusedAndNothingChanges() throws IOException {
        Path killed = killed();
        byte[] config = Files.readAllBytes(killed.resolve("config.yaml"));
        byte[] status = Files.readAllBytes(killed.resolve("status.json"));
        Outcome outcome = line.train("--resume", killed.toString(), "--max-steps", "3");

        assertThat(outcome.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err())
                .contains("--max-steps: error: 'train.max_steps' is 3, but the run is at step 4", "raise it to go on");
        assertThat(killed.resolve("config.yaml")).hasBinaryContent(config);
        assertThat(killed.resolve("status.json")).hasBinaryContent(status);
        assertThat(CommandLine.metrics(killed)).hasSize(6);
    }

    @Test
    void aRunInUseIsRefused() throws IOException {
        Path killed = killed();
        try (FileChannel channel = FileChannel.open(killed.resolve(".lock"), StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            Outcome outcome = line.train("--resume", killed.toString());
            assertThat(held.isValid()).isTrue();
            assertThat(outcome.exit()).isEqualTo(ExitCode.FAILED);
            assertThat(outcome.err()).contains("error: the run cannot be resumed: " + killed + " is in use by process");
        }
    }

    /** On a file system without locks, only the status of the run protects it. */
    @Test
    void aRunOfAnotherMachineIsInUseWhileItHasAHeartbeat() throws IOException {
        Path killed = killed();
        Path status = killed.resolve("status.json");
        String written = Files.readString(status).replaceAll("\"host\":\"[^\"]*\"", "\"host\":\"node17\"");
        String now = Instant.now().toString();
        Files.writeString(status, written.replaceAll("\"heartbeat\":\"[^\"]*\"", "\"heartbeat\":\"" + now + "\""));
        assertThat(line.train("--resume", killed.toString()).err()).contains("is in use by process", "on node17");

        Files.writeString(
                status, written.replaceAll("\"heartbeat\":\"[^\"]*\"", "\"heartbeat\":\"2020-01-01T00:00:00Z\""));
        assertThat(line.train("--resume", killed.toString()).exit()).isZero();
    }

    @Test
    void aCopiedFolderTrainsElsewhere() throws IOException {
        Path copy = folder.resolve("elsewhere/config.yaml");
        Files.createDirectories(copy.getParent());
        Files.copy(whole.resolve("config.yaml"), copy);
        Outcome outcome = line.train(copy.toString());
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(checkpoint(other(), "final")).exists();
        assertThat(whole.resolve("inputs/train.mae.schema.json")).exists();
        assertThat(Files.readString(copy)).startsWith("# yaml-language-server: $schema=inputs/train.mae.schema.json\n");
    }

    @Test
    void aRunStartsWithTheParametersOfAnother() throws IOException {
        Outcome outcome = line.train(CommandLine.SMALL.toString(), "--max-steps", "0", "--init-from", whole.toString());
        Path begun = other();
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(TensorFile.read(checkpoint(begun, "final"))
                        .tensors()
                        .get("proj.weight")
                        .values())
                .isEqualTo(TensorFile.read(checkpoint(whole, "final"))
                        .tensors()
                        .get("proj.weight")
                        .values());

        outcome = line.train(
                CommandLine.SMALL.toString(),
                "--max-steps",
                "0",
                "--set",
                "train.embed_dim=16",
                "--init-from",
                checkpoint(whole, "final").toString());
        assertThat(outcome.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(outcome.err())
                .contains(
                        "error: what --init-from names is of another model: 31 of 35 parameters do not fit",
                        "and 27 more");

        int runs = line.folders().size();
        assertThat(line.train(CommandLine.SMALL.toString(), "--init-from", "none")
                        .err())
                .contains("--init-from none: error: no run 'none' in", "name one of these runs\n  = ")
                .doesNotContain("\\n");
        Path text = Files.writeString(folder.resolve("text"), "no parameters");
        assertThat(line.train(CommandLine.SMALL.toString(), "--init-from", text.toString())
                        .err())
                .contains(text + ": error: ", "name a run or a file of parameters");
        assertThat(line.folders()).hasSize(runs);
    }

    @Test
    void aFolderThatIsRemovedEndsTheRun() throws IOException {
        Path run = Files.createDirectory(folder.resolve("gone"));
        try (OneNumber model = OneNumber.of(Run.open(OneNumber.COMMAND, OneNumber.ANY, run))) {
            assertThatThrownBy(() -> model.run.steps(OneNumber.loop(5)).forEach(step -> {
                        model.update(step);
                        if (step.number() == 3) {
                            delete(run);
                        }
                    }))
                    .hasRootCauseMessage("the folder of the run was removed: " + run);
        }
    }

    private static void delete(Path run) {
        try (Stream<Path> files = Files.walk(run)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
