package io.alchemi.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.alchemi.command.CommandLine.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code alchemi validate --format}: what programs read. */
class ValidateFormatTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    @BeforeEach
    void files() throws IOException {
        write("bands.yaml", "center: -5\n");
        write("bands.old.yaml", "centre: 5\n");
        write("bands.fine.yaml", "center: 5\n");
    }

    @Test
    void jsonHasAllPartsOfADiagnostic() {
        assertThat(validate("json", "bands.yaml")).isEqualTo(new Answer("", """
                {
                  "version": 1,
                  "files": [
                    {
                      "file": "bands.yaml",
                      "profile": null,
                      "schema": "test.bands",
                      "valid": false
                    }
                  ],
                  "diagnostics": [
                    {
                      "id": "ALC204",
                      "severity": "error",
                      "file": "bands.yaml",
                      "argument": null,
                      "line": 1,
                      "column": 9,
                      "end_line": 1,
                      "end_column": 11,
                      "key": "center",
                      "message": "'center' is -5, but must be ≥ 0",
                      "hint": "the default is 550",
                      "notes": ["center: integer ≥ 0, default 550"],
                      "title": "Value out of range",
                      "page": "ALC204.md"
                    }
                  ],
                  "errors": 1,
                  "warnings": 0,
                  "exit_code": 65
                }
                """, 65));
    }

    @Test
    void jsonListsAllFilesAndHasNoLineForThemIfTheyCannotBeRead() throws IOException {
        JsonNode report = JSON.readTree(validate("json", "bands.fine.yaml", "bands.old.yaml", "none.yaml")
                .out());

        assertThat(report.at("/files").findValuesAsString("valid")).containsExactly("true", "true", "false");
        assertThat(report.at("/files").findValuesAsString("schema")).containsExactly("test.bands", "test.bands", "");
        assertThat(report.at("/diagnostics").findValuesAsString("id")).containsExactly("ALC210", "ALC502");
        assertThat(report.at("/diagnostics/0/key").asString()).isEqualTo("center");
        assertThat(report.at("/diagnostics/1/file").asString()).isEqualTo("none.yaml");
        assertThat(report.at("/diagnostics/1/line").isNull()).isTrue();
        assertThat(report.at("/diagnostics/1/key").isNull()).isTrue();
        assertThat(report.at("/errors").asInt()).isEqualTo(1);
        assertThat(report.at("/warnings").asInt()).isEqualTo(1);
        assertThat(report.at("/exit_code").asInt()).isEqualTo(66);
    }

    @Test
    void jsonNamesTheArgumentWithAProblem() throws IOException {
        JsonNode report = JSON.readTree(
                validate("json", "--profile", "night", "bands.fine.yaml").out());

        assertThat(report.at("/diagnostics/0/id").asString()).isEqualTo("ALC506");
        assertThat(report.at("/diagnostics/0/file").isNull()).isTrue();
        assertThat(report.at("/diagnostics/0/argument").asString()).isEqualTo("--profile night");
    }

    @Test
    void columnsCountCodePoints() throws IOException {
        write("bands.yaml", "x-note: \"\ud83d\ude00\"\ncenter: -5\n\"\ud83d\ude00\": {a: \u0416}\n");

        JsonNode report = JSON.readTree(validate("json", "bands.yaml").out());
        assertThat(report.at("/diagnostics/1/key").asString()).isEqualTo("\ud83d\ude00");
        assertThat(report.at("/diagnostics/1/end_column").asInt()).isEqualTo(4);
        JsonNode sarif = JSON.readTree(validate("sarif", "bands.yaml").out());
        assertThat(sarif.at("/runs/0/columnKind").asString()).isEqualTo("unicodeCodePoints");
        assertThat(sarif.at("/runs/0/results/1/locations/0/physicalLocation/region/endColumn")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void machineFormatsShowAllProblems() throws IOException {
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            keys.append("wrong").append(i).append(": 1\n");
        }
        write("bands.yaml", keys.toString());

        assertThat(JSON.readTree(validate("json", "bands.yaml").out()).at("/diagnostics"))
                .hasSize(60);
        assertThat(validate("github", "bands.yaml").out()).hasLineCount(60);
        assertThat(JSON.readTree(validate("sarif", "bands.yaml").out()).at("/runs/0/results"))
                .hasSize(60);
    }

    @Test
    void githubGetsWorkflowCommands() {
        assertThat(validate("github", "bands.fine.yaml")).isEqualTo(new Answer("", "", 0));
        assertThat(validate("github", "bands.yaml", "bands.old.yaml", "none.yaml"))
                .isEqualTo(new Answer("", """
                        ::error file=bands.yaml,line=1,col=9,endLine=1,endColumn=10,title=ALC204%3A Value out of range\
                        ::'center' is -5, but must be ≥ 0%0Athe default is 550%0Acenter: integer ≥ 0, default 550
                        ::warning file=bands.old.yaml,line=1,col=1,endLine=1,endColumn=6,title=ALC210%3A Renamed key\
                        ::'centre' was renamed to 'center'%0Awrite 'center'
                        ::error file=none.yaml,title=ALC502%3A File not found\
                        ::file not found
                        """, 65));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the name of the file has a colon")
    void githubCommandsAreEscaped() throws IOException {
        write("a,b:c%.yaml", "\"100%\\n::error::x\": 1\ncenter:\n  - 1\n  - 2\n");

        assertThat(validate("github", "--schema", "test.bands", "a,b:c%.yaml").out())
                .startsWith(
                        "::error file=a%2Cb%3Ac%25.yaml,line=1,col=1,endLine=1,endColumn=18,title=ALC201%3A Unknown key"
                                + "::unknown key '100%25\\n::error::x' at the top level%0A")
                .contains("\n::error file=a%2Cb%3Ac%25.yaml,line=3,endLine=4,title=")
                .hasLineCount(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bands.yaml",
                "bands.fine.yaml",
                "bands.old.yaml",
                "none.yaml",
                "--schema=none bands.yaml",
                "--profile=night bands.yaml",
                "bands.yaml bands.old.yaml bands.fine.yaml"
            })
    void sarifIsValid(String arguments) throws IOException {
        String sarif = validate("sarif", arguments.split(" ")).out();

        try (InputStream schema = ClassLoader.getSystemResourceAsStream("schema/sarif-schema-2.1.0.json")) {
            Schema official = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
            assertThat(official.validate(JSON.readTree("{\"version\": \"2.1.0\"}")))
                    .as("the schema refuses what has no runs")
                    .isNotEmpty();
            assertThat(official.validate(JSON.readTree(sarif))).isEmpty();
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the path of the file has slashes")
    void sarifHasRulesUrisAndRegions() throws IOException {
        write("my bands/ü#1.yaml", "x-note: a\ncenter: 5\ncentre: 3\n");

        JsonNode run = JSON.readTree(validate("sarif", "--schema", "test.bands", "./my bands/ü#1.yaml")
                        .out())
                .at("/runs/0");
        assertThat(run.at("/results/0/ruleId").asString()).isEqualTo("ALC304");
        assertThat(run.at("/results/0/ruleIndex").asInt()).isZero();
        assertThat(run.at("/results/0/level").asString()).isEqualTo("error");
        assertThat(run.at("/results/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asString())
                .isEqualTo("my%20bands/%C3%BC%231.yaml");
        assertThat(run.at("/results/0/locations/0/physicalLocation/region").toString())
                .isEqualTo("{\"startLine\":3,\"startColumn\":1,\"endLine\":3,\"endColumn\":7}");
        assertThat(run.at("/results/0/locations/0/logicalLocations/0/fullyQualifiedName")
                        .asString())
                .isEqualTo("center");
        assertThat(run.at("/tool/driver/rules/0/id").asString()).isEqualTo("ALC304");
        assertThat(run.at("/tool/driver/rules/0/shortDescription/text").asString())
                .isEqualTo("Conflicting values for one key");
        assertThat(run.at("/tool/driver/rules/0/help/text").asString()).startsWith("ALC304: ");
        assertThat(run.at("/tool/driver/rules/0/help/markdown").asString()).startsWith("# ALC304: ");
        assertThat(run.at("/invocations/0/exitCode").asInt()).isEqualTo(65);
    }

    /** What a hostile file holds must not reach the terminal that shows the report. */
    @ParameterizedTest
    @ValueSource(strings = {"json", "github", "sarif"})
    void controlCharactersAreEscaped(String format) throws IOException {
        write("bands.yaml", "\"\\e[31m\\u202e\\u2028\\x9b\": 1\n");

        assertThat(validate(format, "bands.yaml").out()).doesNotContain("\u001b", "\u202e", "\u2028", "\u009b");
    }

    @Test
    void anUnknownFormatIsAUsageError() {
        Answer answer = validate("xml", "bands.yaml");

        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("must be one of text | json | github | sarif");
        assertThat(answer.exit()).isEqualTo(ExitCode.USAGE);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Runs the command in the folder. */
    private Answer validate(String format, String... arguments) {
        List<String> words = new ArrayList<>(List.of("validate", "--format", format));
        for (String argument : arguments) {
            words.add(argument.endsWith(".yaml") ? folder + "/" + argument : argument);
        }
        Answer answer = CommandLine.run(words);
        return new Answer(relative(answer.err()), relative(answer.out()), answer.exit());
    }

    private String relative(String text) {
        return text.replace("file://" + folder + "/", "").replace(folder + "/", "");
    }
}
