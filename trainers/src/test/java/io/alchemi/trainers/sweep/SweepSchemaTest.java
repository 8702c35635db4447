package io.alchemi.trainers.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.alchemi.trainers.run.CommandLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the JSON Schema for sweeps of one command. */
class SweepSchemaTest {
    private static final SchemaRegistry DRAFT_7 = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
    private static final Path SWEEPS = CommandLine.SMALL.resolveSibling("sweeps");

    @TempDir
    private Path folder;

    private String schema(String command) {
        CommandLine.Outcome outcome = new CommandLine(folder, "sweep", "schema").train(command.split(" "));
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        return outcome.out();
    }

    private List<Error> problems(String command, String sweep) {
        return DRAFT_7.getSchema(schema(command), InputFormat.JSON).validate(sweep, InputFormat.YAML);
    }

    @ParameterizedTest
    @ValueSource(strings = {"align train", "pretrain-mae"})
    void theSchemaIsOfDraft7(String command) {
        var meta = DRAFT_7.getSchema(SchemaLocation.of("http://json-schema.org/draft-07/schema#"));

        assertThat(meta.validate(schema(command), InputFormat.JSON)).isEmpty();
    }

    @Test
    void shippedSweepsAreAccepted() throws IOException {
        try (Stream<Path> sweeps = Files.list(SWEEPS)) {
            for (Path sweep : sweeps.toList()) {
                assertThat(problems("align train", Files.readString(sweep)))
                        .as(sweep.toString())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            align train  | optimizer.lr: {log: [1e-4, 1e-2], count: 3}
            align train  | trainer.batch_size: {linear: [2, 8], count: 3}
            align train  | model.heads: [1, 2, 4]
            align train  | trainer.grad_clip_norm: [null, 1.5]
            align train  | data.lab_grid_nm: [{num: 8}, [400, 500]]
            align train  | data.lab_grid_nm.num: [8, 16]
            align train  | data.lab_grid_nm.num: {linear: [10, 20], count: 2}
            align train  | optimizer.betas[0]: {linear: [0.1, 0.5], count: 3}
            align train  | trainer.seed: {linear: [1, 3], count: 3}
            align train  | tokenizer.n_frequencies: {linear: [1, 3], count: 3}
            align train  | optimizer.betas: [[0.9, 0.99], [0.8, 0.9]]
            align train  | optimizer.betas[0]: [0.8, 0.9]
            align train  | optimizer: [{lr: 1e-3}, {lr: 1e-4}]
            align train  | tokenizer.n_frequencies: [6]
            pretrain-mae | train.lr: {linear: [1e-4, 1e-2]}
            pretrain-mae | global.seed: [1, 2]
            """)
    void validKeys(String command, String over) {
        assertThat(problems(command, sweep(command, over))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            align train  | optimizer.lrr: [1e-3]
            align train  | optimizer: {lr: [1e-3]}
            align train  | optimizer.lr: [fast]
            align train  | optimizer.lr: []
            align train  | optimizer.lr: 1e-3
            align train  | optimizer.lr: [-1]
            align train  | optimizer.lr: [1e-3, 0.001]
            align train  | optimizer.lr: {log: [1e-4, 1e-2], counts: 3}
            align train  | optimizer.lr.x: [1]
            align train  | trainer.batch_size: [16, 1]
            align train  | trainer.batch_size: [16.5]
            align train  | model.norm: {linear: [0, 1], count: 2}
            align train  | model.norm: [per]
            align train  | optimizer.betas: [0.9, 0.99]
            align train  | data.sensor: {log: [1, 2], count: 2}
            align train  | train.lr: [1e-3]
            align train  | extends: [a.yaml]
            align train  | $schema: [a.json]
            align train  | x-note: [1]
            pretrain-mae | optimizer.lr: [1e-3]
            """)
    void invalidKeys(String command, String over) {
        assertThat(problems(command, sweep(command, over)))
                .allMatch(problem -> problem.getInstanceLocation().toString().startsWith("/over"))
                .isNotEmpty();
    }

    @Test
    void theCommandIsThatOfTheSchema() {
        assertThat(problems("align train", sweep("pretrain-mae", "global.seed: [1]")))
                .isNotEmpty();
        assertThat(problems("align train", "{command: align train, config: a.yaml, over: {}}"))
                .isNotEmpty();
    }

    private static String sweep(String command, String over) {
        return "command: " + command + "\nconfig: a.yaml\nover:\n  " + over + "\n";
    }

    /** Each snippet inserts the default of its key, so that the only trial is valid. */
    @ParameterizedTest
    @CsvSource({"align train, phase2/alignment.learns.yaml, 40", "pretrain-mae, train.mae.small.yaml, 20"})
    void insertedDefaultsLoad(String command, String base, int least) throws IOException {
        StringBuilder over = new StringBuilder();
        JsonObject keys = JsonParser.parseString(schema(command))
                .getAsJsonObject()
                .getAsJsonObject("properties")
                .getAsJsonObject("over")
                .getAsJsonObject("properties");
        keys.asMap().forEach((key, schema) -> {
            JsonObject values = schema.getAsJsonObject();
            if (values.has("defaultSnippets")) {
                JsonObject snippet =
                        values.getAsJsonArray("defaultSnippets").get(0).getAsJsonObject();
                String inserted = snippet.get("body").getAsString().replaceAll("\\\\(.)", "$1");
                over.append("  ").append(key).append(": ").append(inserted).append('\n');
            }
        });
        assertThat(over.toString().lines()).hasSizeGreaterThanOrEqualTo(least);
        Path file = Files.writeString(
                folder.resolve("my.sweep.yaml"),
                "command: " + command + "\nconfig: " + CommandLine.SMALL.resolveSibling(base) + "\nover:\n" + over);

        assertThat(problems(command, Files.readString(file))).isEmpty();
        CommandLine.Outcome outcome = new CommandLine(folder, "sweep").train("run", "--dry-run", file.toString());
        assertThat(outcome.exit()).as(outcome.err()).isZero();
    }
}
