package io.alchemi.training.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.alchemi.config.schema.Docs;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.SchemaTextReader;
import io.alchemi.processor.emit.jsonschema.JsonSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests the JSON Schema for sweeps of a program whose configuration has unusual names and defaults. */
class SweepSchemaWriterTest {
    private static final Schema SCHEMA = schema("""
            record t.Root
            schema test.sweep
            key span span record t.Span
            key slurm slurm record t.Slurm nullable
            key node node record t.Node nullable
            key top.1 top int default 1
            key word word string default "'yes: no'"
            key number number string default "'1'"
            key on on boolean default true
            key braces braces string default "${a}\\\\"
            key words words list string default "[a, 'b, c']"
            key limits limits map list int default {}

            record t.Span
            key linear linear double default 1

            record t.Slurm
            key queue queue string

            record t.Node
            key depth depth int default 1
            key next next record t.Node nullable
            """);

    private final JsonObject schema = JsonParser.parseString(
                    SweepSchemaWriter.of("train", SCHEMA, JsonSchema.of(SCHEMA)))
            .getAsJsonObject();

    private static Schema schema(String texts) {
        Map<String, RecordSchema> records = new LinkedHashMap<>();
        for (String text : texts.split("\n\n")) {
            RecordSchema record = SchemaTextReader.read("alchemi 1\n" + text.strip() + "\n");
            records.put(record.type(), record);
        }
        return new Schema(records.values().iterator().next(), records, type -> Docs.empty());
    }

    private JsonObject over() {
        return schema.getAsJsonObject("properties").getAsJsonObject("over");
    }

    @Test
    void keysAreWrittenAsPaths() {
        assertThat(over().getAsJsonObject("properties").keySet())
                .containsExactly(
                        "span",
                        "span.linear",
                        "slurm",
                        "slurm.queue",
                        "node",
                        "node.depth",
                        "node.next",
                        "\"top.1\"",
                        "word",
                        "number",
                        "on",
                        "braces",
                        "words",
                        "limits");
        assertThat(over().getAsJsonObject("patternProperties").keySet())
                .containsExactly("^node\\.next[.\\[]", "^words[.\\[]", "^limits[.\\[]");
    }

    @Test
    void recordsMayHaveTheNamesOfTheSweepsOwn() {
        JsonObject definitions = schema.getAsJsonObject("definitions");
        assertThat(definitions
                        .getAsJsonObject("Span")
                        .getAsJsonObject("properties")
                        .keySet())
                .containsExactly("linear");
        assertThat(definitions
                        .getAsJsonObject("sweep-Span")
                        .getAsJsonObject("properties")
                        .keySet())
                .containsExactly("linear", "log", "count");
        List<String> references = new ArrayList<>();
        collect(schema, references);
        assertThat(references)
                .contains("#/definitions/sweep-Span", "#/definitions/sweep-Slurm")
                .allMatch(reference -> definitions.has(reference.substring("#/definitions/".length())));
    }

    private static void collect(JsonElement element, List<String> references) {
        if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(item -> collect(item, references));
        } else if (element.isJsonObject()) {
            for (Map.Entry<String, JsonElement> entry :
                    element.getAsJsonObject().entrySet()) {
                if (entry.getKey().equals("$ref")) {
                    references.add(entry.getValue().getAsString());
                }
                collect(entry.getValue(), references);
            }
        }
    }

    @Test
    void snippetsAreYaml() {
        assertThat(snippets())
                .containsExactly("[1]", "[1]", "[1]", "['yes: no']", "['1']", "[true]", "['${a}\\']", "[[a, 'b, c']]");
        JsonObject braces = over().getAsJsonObject("properties").getAsJsonObject("braces");
        assertThat(braces.toString()).contains("\"body\":\"['\\\\${a\\\\}\\\\\\\\']\"");
    }

    private List<String> snippets() {
        List<String> snippets = new ArrayList<>();
        over().getAsJsonObject("properties").asMap().forEach((key, values) -> {
            JsonObject object = values.getAsJsonObject();
            if (object.has("defaultSnippets")) {
                snippets.add(object.getAsJsonArray("defaultSnippets")
                        .get(0)
                        .getAsJsonObject()
                        .get("label")
                        .getAsString());
            }
        });
        return snippets;
    }
}
