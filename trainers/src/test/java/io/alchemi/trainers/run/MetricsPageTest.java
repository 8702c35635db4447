package io.alchemi.trainers.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.alchemi.command.ExitCode;
import io.alchemi.config.schema.RuntimeKey;
import io.alchemi.config.testing.Page;
import io.alchemi.config.testing.Page.Block;
import io.alchemi.trainers.run.CommandLine.Outcome;
import io.alchemi.training.run.Evaluation;
import io.alchemi.training.run.Run;
import io.alchemi.training.run.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the page on metrics and its schemas with the files of runs. */
class MetricsPageTest {
    private static final Path DOCS = Path.of(System.getProperty("alchemi.root")).resolve("docs");
    private static final Pattern KEY =
            Pattern.compile("^\\| `([a-z_]+)` \\|.*\\| (both files|`metrics\\.jsonl`) \\|$", Pattern.MULTILINE);

    @TempDir
    private Path folder;

    private static String schema(String name) throws IOException {
        return Files.readString(DOCS.resolve(name + ".schema.json"));
    }

    private static List<Error> problems(String name, String line) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(schema(name))
                .validate(line, InputFormat.JSON);
    }

    private static void requireValid(Path run) throws IOException {
        for (String name : List.of("metrics", "evaluations")) {
            List<String> lines = Files.readAllLines(run.resolve(name + ".jsonl"));
            assertThat(lines).hasSizeGreaterThan(1);
            for (String line : lines) {
                assertThat(problems(name, line)).as(line).isEmpty();
            }
        }
    }

    @Test
    void theLinesOfARunFollowTheSchemas() throws IOException {
        CommandLine line = new CommandLine(folder, "align", "train");
        Outcome outcome = line.train("src/test/transcripts/alignment.tiny.yaml", "--quiet");
        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(ExitCode.FINE);

        requireValid(line.folder());
    }

    @Test
    void valuesThatAreNotFiniteFollowTheSchemas() throws IOException {
        try (OneNumber model = OneNumber.of(Run.open(OneNumber.COMMAND, OneNumber.ANY, folder))) {
            for (Step step : model.run.steps(OneNumber.loop(2))) {
                model.update(step);
                step.metric("ratio", Double.POSITIVE_INFINITY);
                step.evaluation(() -> new Evaluation().metric("other", Double.NaN));
            }
        }

        requireValid(folder);
        assertThat(folder.resolve("metrics.jsonl")).content().contains("\"ratio\":null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"accuracy\": \"NaN\"",
                "\"accuracy\": [1.0]",
                "\"recall@1\": 1.0",
                "\"time\": \"2026-01-31 12:00:00\"",
                "\"step\": 1.5",
                "\"step\": null"
            })
    void theSchemasRefuseOtherLines(String wrong) throws IOException {
        String time = "\"time\": \"2026-01-31T12:00:00.123Z\"";
        String others = wrong.startsWith("\"time")
                ? "\"step\": 1, "
                : wrong.startsWith("\"step") ? time + ", " : "\"step\": 1, " + time + ", ";
        String numbers = "\"loss\": 1.0, \"grad_norm\": 1.0, \"lr\": 0.1, \"step_time_s\": 0.1, ";

        assertThat(problems("evaluations", "{" + others + wrong + "}")).hasSize(1);
        assertThat(problems("metrics", "{" + others + numbers + wrong + "}")).hasSize(1);
        assertThat(problems("metrics", "{\"step\": 1, " + time + "}")).hasSize(4);
    }

    @Test
    void theExamplesOfThePageFollowTheSchemas() throws IOException {
        Page page = new Page(DOCS.resolve("metrics.md"));
        List<Block> examples = page.blocks().stream()
                .filter(block -> block.language().equals("json"))
                .toList();

        assertThat(examples).extracting(Block::name).containsExactly("metrics", "evaluations");
        for (Block example : examples) {
            assertThat(problems(example.name(), page.text(example))).isEmpty();
        }
    }

    @Test
    void pageAndSchemasHaveTheKeysOfTheRuntime() throws IOException {
        List<MatchResult> rows = KEY.matcher(Files.readString(DOCS.resolve("metrics.md")))
                .results()
                .toList();
        Set<String> keys =
                Arrays.stream(RuntimeKey.values()).map(RuntimeKey::text).collect(Collectors.toCollection(TreeSet::new));

        assertThat(rows).extracting(row -> row.group(1)).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(properties("metrics")).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(properties("evaluations"))
                .containsExactlyElementsOf(rows.stream()
                        .filter(row -> row.group(2).equals("both files"))
                        .map(row -> row.group(1))
                        .toList());
    }

    private static Set<String> properties(String name) throws IOException {
        return JsonParser.parseString(schema(name))
                .getAsJsonObject()
                .getAsJsonObject("properties")
                .keySet();
    }
}
