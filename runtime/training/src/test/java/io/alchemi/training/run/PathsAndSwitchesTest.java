package io.alchemi.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.alchemi.config.ConfigException;
import io.alchemi.config.layer.ConfigResolver;
import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.Docs;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.SchemaTextReader;
import io.alchemi.config.text.Limits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests outputs and autocast keys, wherever they are in a schema. */
class PathsAndSwitchesTest {
    private static final Schema SCHEMA = schema("""
            record t.Root
            schema test.places
            key here here record t.Dense
            key branch branch union t.Layer type 1 dense t.Dense
            key list list list union t.Layer type 1 dense t.Dense default []
            key map map map record t.Dense default {}
            key alone alone union t.Named "" 2 mapping t.Dense scalar t.File

            record t.Dense
            key out out path nullable
            key in in input nullable
            key use_amp useAmp boolean default false

            record t.File
            key file file path
            """);

    private static final String EVERYWHERE = """
            here: {%1$s}
            branch: {type: dense, %1$s}
            list: [{type: dense, %1$s}]
            map: {a: {%1$s}}
            alone: {%1$s}
            """;

    /** Returns a schema from the descriptions of its records, separated by empty lines, with the root first. */
    static Schema schema(String texts) {
        Map<String, RecordSchema> records = new LinkedHashMap<>();
        for (String text : texts.split("\n\n")) {
            RecordSchema record = SchemaTextReader.read("alchemi 1\n" + text.strip() + "\n");
            records.put(record.type(), record);
        }
        return new Schema(records.values().iterator().next(), records, type -> Docs.empty());
    }

    private static ConfigResolver resolve(String yaml) {
        ConfigResolver resolution = ConfigResolver.of(SCHEMA, List.of(Source.text("t", yaml)), Limits.DEFAULT);
        assertThat(resolution.problems()).isEmpty();
        return resolution;
    }

    private static List<String> problems(String yaml) {
        ConfigResolver resolution = resolve(yaml);
        ConfigException refused = catchThrowableOfType(
                ConfigException.class, () -> RunPaths.require(SCHEMA, resolution.tree(), resolution.inputFiles()));
        return refused.diagnostics().stream().map(problem -> problem.message()).toList();
    }

    @Test
    void anOutputThatLeavesTheRunIsFoundEverywhere() {
        assertThat(problems(EVERYWHERE.formatted("out: ../../x")))
                .containsExactly(
                        "the output 'here.out' would leave the folder of the run",
                        "the output 'branch.out' would leave the folder of the run",
                        "the output 'list[0].out' would leave the folder of the run",
                        "the output 'map.a.out' would leave the folder of the run",
                        "the output 'alone.out' would leave the folder of the run");
        assertThat(problems("branch: {type: dense}\nalone: metrics.jsonl"))
                .containsExactly("the output 'alone' would overwrite a file that every run has");
    }

    @Test
    void anOutputThatCannotBeCreatedIsRefused() {
        String umlauts = "\u00fc".repeat(128);
        assertThat(problems("branch: {type: dense, out: a/metrics.jsonl/x}\nalone: metrics.jsonl/x/y"))
                .containsExactly("the output 'alone' would be inside metrics.jsonl, which is a file");
        assertThat(problems("branch: {type: dense, out: checkpoints/step-1.safetensors/x}\nalone: checkpoints/x"))
                .containsExactly(
                        "the output 'branch.out' would be inside checkpoints/step-1.safetensors, which is a file");
        assertThat(problems("branch: {type: dense, out: a/" + umlauts + "/b}\nalone: inputs/x/y"))
                .containsExactly(
                        "the output 'branch.out' has a name of 256 bytes, but file systems allow 255",
                        "the output 'alone' would overwrite a file that every run has");
    }

    @Test
    void aMissingInputHasTheSameNameAsInValidate() {
        assertThat(problems(EVERYWHERE.formatted("in: none.csv")))
                .containsExactly(
                        "input file 'here.in' does not exist",
                        "input file 'branch.in' does not exist",
                        "input file 'list[0].in' does not exist",
                        "input file 'map.a.in' does not exist",
                        "input file 'alone.in' does not exist");
    }

    @Test
    void autocastKeysAreFoundEverywhere() {
        ConfigResolver on = resolve(EVERYWHERE.formatted("use_amp: true"));
        ConfigResolver off = resolve(EVERYWHERE.formatted("use_amp: false"));

        assertThat(Autocast.wanted(SCHEMA, on.tree()).keySet())
                .containsExactly("here.use_amp", "branch.use_amp", "list[0].use_amp", "map.a.use_amp", "alone.use_amp");
        assertThat(Autocast.wanted(SCHEMA, off.tree())).isEmpty();
    }
}
