package io.alchemi.trainers.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.command.ExitCode;
import io.alchemi.trainers.run.CommandLine.Outcome;
import io.alchemi.trainers.vectors.TrainedRun;
import io.alchemi.training.run.Evaluation;
import io.alchemi.training.run.LoopConfig;
import io.alchemi.training.run.Run;
import io.alchemi.training.run.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The best parameters of a resumed run are those of the best evaluation that it reports, or there are none. */
class BestOfResumedRunTest {
    private static final String BEST = "checkpoints/best.safetensors";

    @TempDir
    private Path folder;

    private Path copy;

    @BeforeEach
    void names() {
        copy = folder.resolve("copy");
    }

    /** Trains with an evaluation in each step and a checkpoint in every second one, and returns the last step. */
    private static long train(Run opened, int steps, double... accuracy) throws IOException {
        long last = 0;
        try (OneNumber model = OneNumber.of(opened)) {
            LoopConfig loop = new LoopConfig(steps, 2, 1, 2, 9, "accuracy", 3, null);
            for (Step step : model.run.steps(loop)) {
                last = step.number();
                double found = accuracy[(int) last - 1];
                model.update(step);
                step.evaluation(() -> new Evaluation().metric("accuracy", found));
            }
        }
        return last;
    }

    private Path whole(double... accuracy) throws IOException {
        Path whole = Files.createDirectory(folder.resolve("whole"));
        train(Run.open(OneNumber.COMMAND, OneNumber.ANY, whole), accuracy.length, accuracy);
        return whole;
    }

    private Run resumed() throws IOException {
        return Run.resume(OneNumber.COMMAND, OneNumber.ANY, copy);
    }

    private static String stepOfBest(Path run) throws IOException {
        return TensorFile.read(run.resolve(BEST)).metadata().get("step");
    }

    /** The best parameters are of step 3, whose evaluation is removed. Step 2 was saved, and is the best so far. */
    @Test
    void theParametersOfACheckpointReplaceThoseOfALaterStep() throws IOException {
        double[] accuracy = {0.1, 0.4, 0.5, 0.2};
        Path whole = whole(accuracy);
        TrainedRun.killedAfter(whole, 2, copy);
        assertThat(stepOfBest(copy)).isEqualTo("3");
        train(resumed(), 2, accuracy);

        assertThat(stepOfBest(copy)).isEqualTo("2");
        Path shorter = Files.createDirectory(folder.resolve("shorter"));
        train(Run.open(OneNumber.COMMAND, OneNumber.ANY, shorter), 2, accuracy);
        assertThat(copy.resolve(BEST)).hasSameBinaryContentAs(shorter.resolve(BEST));
    }

    /** The parameters of step 1 are lost. The run still ends like one that was never killed. */
    @Test
    void aRunThatRepeatsItsEvaluationsEndsWithTheSameBestParametersAtTheSameStep() throws IOException {
        double[] accuracy = {0.4, 0.1, 0.1, 0.5, 0.2, 0.3, 0.4, 0.9};
        Path whole = whole(accuracy);
        assertThat(CommandLine.metrics(whole)).hasSize(7);
        assertThat(stepOfBest(whole)).isEqualTo("4");
        TrainedRun.killedAfter(whole, 2, copy);

        assertThat(train(resumed(), 8, accuracy)).isEqualTo(7);
        assertThat(copy.resolve(BEST)).hasSameBinaryContentAs(whole.resolve(BEST));
        assertThat(copy.resolve("checkpoints/final.safetensors"))
                .hasSameBinaryContentAs(whole.resolve("checkpoints/final.safetensors"));
    }

    private Outcome align(String... arguments) {
        return new CommandLine(folder.resolve("runs"), "align", "train").train(arguments);
    }

    /** Trains four steps, of which the first evaluation is the best one, and only the last state is saved. */
    private Path aligned(String runs) throws IOException {
        CommandLine line = new CommandLine(folder.resolve(runs), "align", "train");
        Outcome outcome = line.train(
                Path.of("src/test/transcripts/alignment.tiny.yaml").toString(),
                "--dtype=float32",
                "--lr=1",
                "--seed=" + runs.length(),
                "--set=trainer.best_by=info_nce",
                "--set=trainer.eval_every=1");
        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(ExitCode.FINE);
        assertThat(stepOfBest(line.folder())).isNotEqualTo("4");
        return line.folder();
    }

    @ParameterizedTest
    @CsvSource({
        "missing, file not found",
        "empty, it ends at byte 0",
        "damaged, the content does not match its checksum",
        "another, was written with another configuration"
    })
    void bestParametersThatDoNotFitAreForgottenWithAWarning(String what, String reason) throws IOException {
        Path run = aligned("runs");
        Path best = run.resolve(BEST);
        spoil(best, what);
        Outcome outcome = align("--resume", run.toString(), "-m", "5", "--quiet");

        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(ExitCode.FINE);
        assertThat(outcome.err())
                .contains("warning: " + best, reason, "; the best evaluation is forgotten, and the next one counts");
        assertThat(run.resolve("log.txt")).content().contains("the best evaluation is forgotten");
        assertThat(outcome.out()).contains("after step 5, in checkpoints/best.safetensors");
        assertThat(stepOfBest(run)).isEqualTo("5");
    }

    private void spoil(Path best, String how) throws IOException {
        byte[] bytes = Files.readAllBytes(best);
        bytes[bytes.length - 1] ^= 1;
        switch (how) {
            case "missing" -> Files.delete(best);
            case "empty" -> Files.write(best, new byte[0]);
            case "damaged" -> Files.write(best, bytes);
            default -> Files.write(best, Files.readAllBytes(aligned("others").resolve(BEST)));
        }
    }

    @Test
    void aResumedRunThatEvaluatesNothingHasNoBestParameters() throws IOException {
        Path run = aligned("runs");
        Files.delete(run.resolve(BEST));
        Path status = run.resolve("status.json");
        Files.writeString(status, Files.readString(status).replace("\"finished\"", "\"running\""));
        Outcome outcome = align("--resume", run.toString());

        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(ExitCode.FINE);
        assertThat(outcome.out()).doesNotContain("best ");
        assertThat(run.resolve(BEST)).doesNotExist();
    }

    @Test
    void parametersThatFitGiveNoWarning() throws IOException {
        Path run = aligned("runs");
        byte[] before = Files.readAllBytes(run.resolve(BEST));
        Outcome outcome = align("--resume", run.toString(), "-m", "5");

        assertThat(outcome.err()).doesNotContain("warning");
        assertThat(run.resolve(BEST)).hasBinaryContent(before);
    }
}
