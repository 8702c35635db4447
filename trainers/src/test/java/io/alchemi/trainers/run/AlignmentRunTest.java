package io.alchemi.trainers.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import com.google.gson.JsonObject;
import io.alchemi.command.ExitCode;
import io.alchemi.trainers.run.CommandLine.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests {@code alchemi align train} and the files that it writes. */
class AlignmentRunTest {
    private static final String TINY =
            Path.of("src/test/transcripts/alignment.tiny.yaml").toString();

    private CommandLine line;

    @BeforeEach
    void emptyFolder(@TempDir Path runs) {
        line = new CommandLine(runs, "align", "train");
    }

    private Path train(String... more) throws IOException {
        Outcome outcome = outcome(more);
        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(ExitCode.FINE);
        return line.folder();
    }

    private Outcome outcome(String... more) {
        List<String> arguments = new ArrayList<>(List.of(TINY));
        arguments.addAll(List.of(more));
        return line.train(arguments.toArray(new String[0]));
    }

    @Test
    void aRunWhoseLastStepDivergesFails() throws IOException {
        Outcome outcome = outcome("-m", "1", "--lr", "1e300");

        assertThat(outcome.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(outcome.err())
                .contains("error: the evaluation's 'spectral_delta' of step 1 is NaN", "the run has diverged");
        assertThat(line.folder().resolve("checkpoints/final.safetensors")).doesNotExist();
    }

    @Test
    void theMetricsHaveInfoNceInEachStep() throws IOException {
        List<JsonObject> metrics = CommandLine.metrics(train("-m", "5"));

        assertThat(metrics).extracting(step -> step.get("step").getAsInt()).containsExactly(1, 2, 3, 4, 5);
        for (JsonObject step : metrics) {
            double rest = step.get("loss").getAsDouble()
                    - 0.5 * step.get("cycle_loss").getAsDouble()
                    - 0.1 * step.get("banddepth_loss").getAsDouble();

            assertThat(step.get("info_nce").getAsDouble()).isCloseTo(rest, within(1e-9));
            assertThat(step.get("tokens").getAsInt()).isEqualTo(4 * (36 + 10));
            assertThat(step.keySet()).contains("tau", "cycle_sensor_l2", "cycle_lab_slope", "grad_norm", "lr");
        }
    }

    @Test
    void theEvaluationsHaveAFileOfTheirOwn() throws IOException {
        List<JsonObject> evaluations = CommandLine.evaluations(train("-m", "5"));

        assertThat(evaluations)
                .extracting(evaluation -> evaluation.get("step").getAsInt())
                .containsExactly(2, 4, 5);
        assertThat(evaluations)
                .allSatisfy(evaluation -> assertThat(evaluation.keySet())
                        .containsExactly(
                                "step",
                                "time",
                                "lab_to_sensor_at_1",
                                "lab_to_sensor_at_5",
                                "sensor_to_lab_at_1",
                                "sensor_to_lab_at_5",
                                "spectral_delta",
                                "info_nce"));
    }

    @Test
    void theBestParametersAreKeptByAMetricThatTheTrainerDeclares() throws IOException {
        Path folder = train("--dtype", "float32", "--set", "trainer.best_by=info_nce");
        String best = CommandLine.evaluations(folder).stream()
                .min(Comparator.comparing(
                        evaluation -> evaluation.get("info_nce").getAsDouble()))
                .map(evaluation -> evaluation.get("step").getAsString())
                .orElseThrow();

        assertThat(TensorFile.read(folder.resolve("checkpoints/best.safetensors"))
                        .metadata())
                .containsEntry("step", best);
    }

    @Test
    void aLargerNumberOfStepsThatRaisesTheLearningRateIsReported() throws IOException {
        Path folder = train("-m", "20");
        Outcome outcome = line.train("--resume", folder.toString(), "-m", "40");

        List<JsonObject> metrics = CommandLine.metrics(folder);
        assertThat(outcome.out())
                .contains("the learning rate rises from " + metrics.get(19).get("lr") + " in step 20 to "
                        + metrics.get(20).get("lr") + " in step 21: max_steps was 20, and is 40");
        assertThat(outcome.out()).containsOnlyOnce("the learning rate");
    }

    @Test
    void anUnknownMetricIsReportedBeforeTheRun() throws IOException {
        Outcome outcome = outcome("--set", "trainer.best_by=lab_to_sensor_at1");

        assertThat(outcome.exit()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(outcome.err())
                .contains(
                        "error: 'trainer.best_by' must be a metric of evaluations that has a goal, but is 'lab_to_sensor_at1'"
                                + " [ALC404]",
                        "did you mean 'lab_to_sensor_at_1'?",
                        "= info_nce: contrastive loss over all held-out pairs");
        assertThat(line.folders()).isEmpty();
    }

    @Test
    void withoutAnIntervalOnlyTheLastStepIsEvaluated() throws IOException {
        assertThat(CommandLine.evaluations(train("-m", "5", "--set", "trainer.eval_every=0")))
                .extracting(evaluation -> evaluation.get("step").getAsInt())
                .containsExactly(5);
    }

    @Test
    void theLogShowsEachEvaluation() throws IOException {
        assertThat(Files.readAllLines(train().resolve("log.txt")))
                .satisfiesExactly(
                        two -> assertThat(two).startsWith("eval 2/4  lab_to_sensor_at_1 "),
                        three -> assertThat(three).startsWith("step 3/4  loss ").doesNotContain("lab_to_sensor"),
                        four -> assertThat(four).startsWith("step 4/4  loss ").doesNotContain("lab_to_sensor"),
                        last -> assertThat(last).startsWith("eval 4/4  lab_to_sensor_at_1 "));
    }

    @Test
    void theLastThreeCheckpointsAreKeptBesideTheFinalOne() throws IOException {
        Path folder = train("-m", "5", "--set", "trainer.save_every=1", "--dtype", "float32")
                .resolve("checkpoints");

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "step-000003.safetensors",
                            "step-000004.safetensors",
                            "step-000005.safetensors",
                            "final.safetensors");
        }
        TensorFile last = TensorFile.read(folder.resolve("step-000005.safetensors"));
        TensorFile result = TensorFile.read(folder.resolve("final.safetensors"));
        TensorFile before = TensorFile.read(folder.resolve("step-000004.safetensors"));
        assertThat(last.metadata()).containsEntry("step", "5").containsEntry("updates", "5");
        assertThat(last.tensors()).containsAllEntriesOf(result.tensors());
        assertThat(last.tensors().keySet())
                .hasSize(3 * result.tensors().size())
                .contains("exp_avg/log_tau", "exp_avg_sq/log_tau");
        assertThat(before.metadata()).containsEntry("step", "4");
        assertThat(before.tensors()).isNotEqualTo(result.tensors());
    }

    @Test
    void theTrainedEncoderIsReadByDjlItself() throws IOException {
        Path file = train("--dtype", "float32").resolve("checkpoints/final.safetensors");
        TensorFile ours = TensorFile.read(file);

        assertThat(ours.metadata())
                .containsEntry("command", "align train")
                .containsEntry("schema", "alignment")
                .containsEntry("seed", "1")
                .containsEntry("step", "4");
        assertThat(ours.metadata().get("configuration")).matches("sha256:[0-9a-f]{64}");
        try (NDManager manager = NDManager.newBaseManager()) {
            NDList read = NDList.decode(manager, Files.readAllBytes(file));
            assertThat(read).hasSameSizeAs(ours.tensors().keySet());
            for (NDArray array : read) {
                TensorFile.Tensor tensor = ours.tensors().get(array.getName());
                assertThat(tensor).as(array.getName()).isNotNull();
                assertThat(array.toFloatArray()).containsExactly(tensor.values().toArray(new Float[0]));
            }
        }
        assertThat(ours.tensors()
                        .get("lab.encoder.enc.layers.0.self_attn.in_proj_weight")
                        .shape())
                .containsExactly(24, 8);
        assertThat(ours.tensors().get("sensor.token_proj.weight").shape()).containsExactly(8, 7);
        assertThat(ours.tensors()).containsKeys("lab.norm.bias", "log_tau", "banddepth_head.net.weight");
    }

    @Test
    void theHashOfTheConfigurationChangesWithAValueButNotWithItsLocation() throws IOException {
        train("-m", "0");
        outcome("--set", "trainer.max_steps=0");
        outcome("-m", "0", "--lr", "1e-4");

        List<String> hashes = new ArrayList<>();
        for (Path folder : line.folders()) {
            hashes.add(hash(folder));
        }
        assertThat(hashes).hasSize(3);
        assertThat(Set.copyOf(hashes)).hasSize(2);
    }

    @Test
    void theHashOfTheConfigurationChangesWithAnInputButNotWithTheLocationOfEither(@TempDir Path places)
            throws IOException {
        String bands = Files.readString(Path.of(TINY).resolveSibling("banddepth.tiny.yaml"));
        List<String> files = List.of(bands, bands, bands.replace("2000", "2001"));
        for (int i = 0; i < files.size(); i++) {
            Path place = Files.createDirectories(places.resolve("checkout" + i));
            Files.copy(Path.of(TINY), place.resolve("alignment.tiny.yaml"));
            Files.writeString(place.resolve("banddepth.tiny.yaml"), files.get(i));
            line.train(place.resolve("alignment.tiny.yaml").toString(), "-m", "0", "--name", "run" + i);
        }

        Map<String, String> hashes = new TreeMap<>();
        for (Path folder : line.folders()) {
            String name = folder.toString();
            hashes.put(name.substring(name.length() - 4), hash(folder));
        }
        assertThat(hashes).containsOnlyKeys("run0", "run1", "run2");
        assertThat(hashes.get("run0")).isEqualTo(hashes.get("run1")).isNotEqualTo(hashes.get("run2"));
    }

    /** Asks the engine, because it ignores the property with the number of threads if that is set too late or is not a number. */
    @Test
    void theThreadCountIsThatOfTheEngine() throws IOException {
        int before = JniUtils.getNumThreads();
        JniUtils.setNumThreads(before + 1);
        try {
            Path folder = train("-m", "0", "--dtype", "float32");
            assertThat(TensorFile.read(folder.resolve("checkpoints/final.safetensors"))
                            .metadata())
                    .containsEntry("threads", Integer.toString(before + 1));
        } finally {
            JniUtils.setNumThreads(before);
        }
    }

    private static String hash(Path folder) throws IOException {
        // The tiny configuration uses float64, which TensorFile does not read; the header is sufficient.
        String text = Files.readString(folder.resolve("checkpoints/final.safetensors"), StandardCharsets.ISO_8859_1);
        int at = text.indexOf("sha256:");
        return text.substring(at, at + 71);
    }

    @Test
    void theSameSeedGivesTheSameFigures() throws IOException {
        train("--seed", "7");
        line.train(Map.of("ALCHEMI_GLOBAL_SEED", "7"), TINY);
        outcome("--seed", "8");

        List<Double> losses = new ArrayList<>();
        for (Path folder : line.folders()) {
            losses.add(CommandLine.evaluations(folder).get(1).get("info_nce").getAsDouble());
        }
        assertThat(losses).hasSize(3);
        assertThat(Set.copyOf(losses)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "emit, '[400, 622, 844, 1066, 1288, 1511, 1733, 1955, 2177, 2400]', 10, 10",
        "enmap, '{start: 417, stop: 2455, num: 20}', 20, 226",
        "avirisng, '{start: 372, stop: 2518, num: 20}', 20, 368",
        "hytes, '{start: 7400, stop: 12100, num: 20}', 20, 256",
        "mako, '[7500, 9000, 13300]', 3, 128"
    })
    void everySensorCanBeTrained(String sensor, String grid, int samples, int bands) throws IOException {
        Path folder = train(
                "-m",
                "1",
                "--set",
                "data={sensor: " + sensor + ", lab_grid_nm: " + grid + "}",
                "--batch-size",
                "2",
                "--set",
                "trainer.eval_pairs=2",
                "--set",
                "banddepth.enabled=false");

        JsonObject step = CommandLine.metrics(folder).get(0);
        assertThat(step.get("tokens").getAsInt()).isEqualTo(2 * (samples + bands));
        assertThat(step.has("banddepth_loss")).isFalse();
        assertThat(step.get("loss").getAsDouble()).isFinite();
    }

    @ParameterizedTest
    @CsvSource({"--dry-run", "--quiet"})
    void autocastIsRefusedBeforeARunStarts(String option) throws IOException {
        Outcome outcome = outcome(option, "--set", "trainer.use_amp=true");

        assertThat(outcome.exit()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(outcome.err()).contains("--set trainer.use_amp=true", "has no autocast", "[ALC401]");
        assertThat(line.folders()).isEmpty();
    }

    @Test
    void invalidBandsAreReportedInTheirFile(@TempDir Path folder) throws IOException {
        Path bands = folder.resolve("banddepth.yaml");
        Files.writeString(bands, "bands:\n  - {center: 1000, left: 1010}\n");
        Outcome outcome = outcome("--dry-run", "--set", "banddepth.config='" + bands + "'");

        assertThat(outcome.exit()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(outcome.err()).contains(bands + ":2:14: error:", "left must be below right", "[ALC305]");
        assertThat(outcome.err()).contains("referenced by banddepth.config");
    }
}
