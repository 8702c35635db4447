package io.alchemi.trainers.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.alchemi.command.ExitCode;
import io.alchemi.config.Loaded;
import io.alchemi.config.layer.Source;
import io.alchemi.trainers.mae.MaeExperiment;
import io.alchemi.trainers.mae.MaeExperimentLoader;
import io.alchemi.training.session.TensorEngine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the files that a training writes. */
class RunFolderTest {
    private static final String SMALL = CommandLine.SMALL.toString();
    private static final List<String> ENCODER_LAYER = List.of(
            "self_attn.in_proj_weight",
            "self_attn.in_proj_bias",
            "self_attn.out_proj.weight",
            "self_attn.out_proj.bias",
            "linear1.weight",
            "linear1.bias",
            "linear2.weight",
            "linear2.bias",
            "norm1.weight",
            "norm1.bias",
            "norm2.weight",
            "norm2.bias");
    private static final List<String> DECODER_LAYER_BESIDES = List.of(
            "multihead_attn.in_proj_weight",
            "multihead_attn.in_proj_bias",
            "multihead_attn.out_proj.weight",
            "multihead_attn.out_proj.bias",
            "norm3.weight",
            "norm3.bias");

    @TempDir
    private Path runs;

    private CommandLine line;

    @BeforeEach
    void emptyFolder() {
        line = new CommandLine(runs);
    }

    private Path train(String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(SMALL, "--seed", "7", "--set", "train.log_every=2"));
        arguments.addAll(List.of(more));
        CommandLine.Outcome outcome = line.train(arguments.toArray(new String[0]));
        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(ExitCode.FINE);
        return line.folder();
    }

    @Test
    void theConfigurationLoadsAgainAsTheSameRecord() throws IOException {
        Path folder = train("--max-steps", "1", "--lr=1e-4", "--no-posenc");

        MaeExperimentLoader loader = new MaeExperimentLoader();
        Loaded<MaeExperiment> again = loader.load(folder.resolve("config.yaml"));
        Source said = Source.set(List.of(
                "global.seed=7", "train.log_every=2", "train.max_steps=1", "train.lr=1e-4", "train.no_posenc=true"));

        assertThat(again.warnings()).isEmpty();
        assertThat(again.value())
                .isEqualTo(loader.load(Source.file(CommandLine.SMALL), said).value());
        assertThat(Files.readString(folder.resolve("config.yaml")))
                .contains("# --seed", "# --set train.log_every=2", "# default", "train.mae.small.yaml:");
    }

    @Test
    void theMetricsHaveALineForEachStep() throws IOException {
        List<JsonObject> metrics = CommandLine.metrics(train("--max-steps", "5"));

        assertThat(metrics).extracting(step -> step.get("step").getAsInt()).containsExactly(1, 2, 3, 4, 5);
        for (JsonObject step : metrics) {
            assertThat(step.get("loss").getAsDouble()).isBetween(0.0, 10.0);
            // 8 samples, 4 of 8 tokens, 4 of 8 features.
            assertThat(step.get("tokens").getAsInt()).isEqualTo(8 * 4 * 4);
            assertThat(step.keySet()).contains("tokens_per_s", "gb_per_s", "step_time_s", "num_bytes");
            // A Java process with the tensor engine needs more than 50 MB.
            assertThat(step.get("peak_mem_gb").getAsDouble()).isBetween(0.05, 1000.0);
        }
    }

    @Test
    void theLogHasALineForEachInterval() throws IOException {
        assertThat(Files.readAllLines(train("--max-steps", "5").resolve("log.txt")))
                .hasSize(3)
                .allMatch(entry -> entry.contains("loss"));
    }

    @Test
    void theParametersAreReadableByAnyReaderOfTheFormat() throws IOException {
        Path folder = train("--max-steps", "2");
        TensorFile file = TensorFile.read(folder.resolve("checkpoints/final.safetensors"));

        assertThat(file.tensors().keySet()).containsExactlyInAnyOrderElementsOf(names());
        assertThat(shape(file, "enc.layers.0.self_attn.in_proj_weight")).containsExactly(24, 8);
        assertThat(shape(file, "dec.layers.0.linear1.weight")).containsExactly(2048, 8);
        assertThat(shape(file, "posenc.weight")).containsExactly(16, 8);
        assertThat(file.metadata())
                .containsEntry("command", "pretrain-mae")
                .containsEntry("schema", "train.mae")
                .containsEntry("seed", "7")
                .containsEntry("step", "2");
        for (TensorFile.Tensor tensor : file.tensors().values()) {
            assertThat(tensor.values()).allMatch(Float::isFinite);
        }
    }

    @Test
    void theThreadsOfTheCommandLineCompute() throws IOException {
        int before = TensorEngine.threads();
        try {
            Path folder = train("--max-steps", "1", "--threads", Integer.toString(before + 1));
            assertThat(TensorFile.read(folder.resolve("checkpoints/final.safetensors"))
                            .metadata())
                    .containsEntry("threads", Integer.toString(before + 1));
        } finally {
            TensorEngine.useThreads(before);
        }
    }

    private static List<Integer> shape(TensorFile file, String name) {
        return file.tensors().get(name).shape();
    }

    /** Returns PyTorch's names for a model with one layer on each side. */
    private static List<String> names() {
        List<String> names =
                new ArrayList<>(List.of("basis.centers", "basis.log_bw", "posenc.weight", "proj.weight", "proj.bias"));
        ENCODER_LAYER.forEach(name -> names.addAll(List.of("enc.layers.0." + name, "dec.layers.0." + name)));
        DECODER_LAYER_BESIDES.forEach(name -> names.add("dec.layers.0." + name));
        return names;
    }

    @Test
    void theMasksOfTheFirstStepAreJson() throws IOException {
        Path folder = train("--max-steps", "1");
        JsonObject masks = JsonParser.parseString(Files.readString(folder.resolve("checkpoints/mask.json")))
                .getAsJsonObject();

        assertThat(masks.keySet()).containsExactly("kept_features", "kept_tokens");
        for (String name : masks.keySet()) {
            JsonArray kept = masks.getAsJsonArray(name);
            assertThat(kept).hasSize(8);
            assertThat(kept).filteredOn(JsonElement::getAsBoolean).hasSize(4);
        }
    }

    @Test
    void noMaskIsWrittenIfThePathIsNull() throws IOException {
        assertThat(train("--max-steps", "1", "--set", "train.mask_path=null").resolve("checkpoints/mask.json"))
                .doesNotExist();
    }

    @Test
    void aCheckpointIsWrittenAtEachInterval() throws IOException {
        Path folder = train("--max-steps", "5", "--set", "train.save_every=2").resolve("checkpoints");

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "mask.json",
                            "step-000002.safetensors",
                            "step-000004.safetensors",
                            "step-000005.safetensors",
                            "final.safetensors");
        }
        assertThat(TensorFile.read(folder.resolve("step-000004.safetensors")).metadata())
                .containsEntry("step", "4");
    }

    @Test
    void zeroStepsWriteTheInitialParameters() throws IOException {
        Path folder = train("--max-steps", "0");

        assertThat(CommandLine.metrics(folder)).isEmpty();
        TensorFile file = TensorFile.read(folder.resolve("checkpoints/final.safetensors"));
        assertThat(file.metadata()).containsEntry("step", "0");
        assertThat(file.tensors().get("enc.layers.0.norm1.weight").values()).containsOnly(1f);
    }

    @Test
    void theConfigurationOfARunHasAllLayers(@TempDir Path layers) throws IOException {
        Files.copy(CommandLine.SMALL, layers.resolve("base.yaml"));
        Path lab = Files.writeString(layers.resolve("lab.yaml"), "extends: base.yaml\ntrain: {max_steps: 1}\n");
        Files.writeString(layers.resolve("lab.night.yaml"), "train: {batch_size: 4}\n");
        Path site = Files.writeString(layers.resolve("site.yaml"), "global: {seed: 5}\n");

        CommandLine.Outcome outcome = line.train(
                Map.of("ALCHEMI_MAE_TRAIN__LR", "0.001"), lab.toString(), site.toString(), "--profile", "night");
        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(ExitCode.FINE);
        String config = Files.readString(line.folder().resolve("config.yaml"));
        assertThat(config)
                .contains(
                        "lab.yaml:2:20", "lab.night.yaml:1:21", "site.yaml:1:16", "base.yaml:", "ALCHEMI_MAE_TRAIN__LR")
                .doesNotContain("extends");
        assertThat(line.folder().resolve("inputs"))
                .isDirectoryContaining("glob:**/lab.yaml")
                .isDirectoryContaining("glob:**/lab.night.yaml")
                .isDirectoryContaining("glob:**/base.yaml")
                .isDirectoryContaining("glob:**/site.yaml");

        Files.delete(layers.resolve("base.yaml"));
        CommandLine.Outcome resumed = line.train("--resume", line.folder().toString(), "--max-steps", "2");
        assertThat(resumed.exit()).as(resumed.err()).isEqualTo(ExitCode.FINE);
        assertThat(line.train("--resume", line.folder().toString(), "--profile", "night")
                        .err())
                .contains("leave out CONFIG, --profile,");
    }

    @Test
    void aConfigurationFromStandardInputIsKept() throws IOException {
        String yaml = Files.readString(CommandLine.SMALL);
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
        try {
            CommandLine.Outcome outcome = line.train("-", "--max-steps", "1");
            assertThat(outcome.exit()).as(outcome.err()).isEqualTo(ExitCode.FINE);
        } finally {
            System.setIn(before);
        }
        assertThat(line.folder().resolve("inputs/stdin.yaml")).hasContent(yaml);
        assertThat(line.folder().resolve("config.yaml")).content().contains("# stdin:");
    }

    @Test
    void aDryRunLeavesNoFiles() throws IOException {
        CommandLine.Outcome outcome = line.train(SMALL, "--dry-run");

        assertThat(outcome.exit()).isEqualTo(ExitCode.FINE);
        assertThat(outcome.out()).contains("can be trained here, on cpu in float32");
        assertThat(line.folders()).isEmpty();
        assertThat(runs).isEmptyDirectory();

        Files.createDirectories(runs.resolve("pretrain-mae"));
        line.train(SMALL, "--dry-run");
        assertThat(runs.resolve("pretrain-mae")).isEmptyDirectory();
    }

    @Test
    void theSameSeedGivesTheSameFigures() throws IOException {
        List<Double> first = losses(train("--max-steps", "3"));
        line.train(Map.of("ALCHEMI_GLOBAL_SEED", "7"), SMALL, "--max-steps", "3");
        line.train(SMALL, "--seed", "8", "--max-steps", "3");

        List<List<Double>> all = new ArrayList<>();
        for (Path folder : line.folders()) {
            all.add(losses(folder));
        }
        assertThat(all).hasSize(3).filteredOn(first::equals).hasSize(2);
    }

    private static List<Double> losses(Path folder) throws IOException {
        return CommandLine.metrics(folder).stream()
                .map(step -> step.get("loss").getAsDouble())
                .toList();
    }
}
