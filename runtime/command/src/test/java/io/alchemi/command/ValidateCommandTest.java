package io.alchemi.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.schema.Alias;
import io.alchemi.schema.ConfigSchema;
import io.alchemi.schema.Default;
import io.alchemi.schema.Input;
import io.alchemi.schema.Range;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code alchemi validate} of a configuration with input files that have a schema. */
class ValidateCommandTest {
    @ConfigSchema(id = "test.bands", files = "bands*.yaml")
    record Bands(
            @Default("550") @Range(min = 0) @Alias("centre") int center,
            @Input(schema = Bands.class) @Nullable Path base,
            @Input @Nullable Path table) {}

    @TempDir
    private Path folder;

    @Test
    void onlyInputFilesWithASchemaMustExist() throws IOException {
        write("bands.yaml", "base: none.yaml\ntable: none.csv\n");

        assertThat(validate()).isEqualTo("""
                bands.yaml:1:7: error: input file 'base' does not exist [ALC402]
                  |
                1 | base: none.yaml
                  |       ^^^^^^^^^ looked for none.yaml and none.yaml

                For more information, run 'alchemi explain ALC402'.
                exit 65
                """);
    }

    @Test
    void reportsErrorsInInputFiles() throws IOException {
        write("bands.yaml", "base: base.yaml\n");
        write("base.yaml", "center: -5\n");

        assertThat(validate()).isEqualTo("""
                base.yaml:1:9: error: 'center' is -5, but must be ≥ 0 [ALC204]
                  |
                1 | center: -5
                  |         ^^ the default is 550
                  = center: integer ≥ 0, default 550
                  = referenced by base (bands.yaml:1:7)

                For more information, run 'alchemi explain ALC204'.
                exit 65
                """);
    }

    @Test
    void warningsInInputFilesFailOnlyWithStrict() throws IOException {
        write("bands.yaml", "base: base.yaml\n");
        write("base.yaml", "centre: 5\n");
        String warning = """
                base.yaml:1:1: warning: 'centre' was renamed to 'center' [ALC210]
                  |
                1 | centre: 5
                  | ^^^^^^ write 'center'
                  = referenced by base (bands.yaml:1:7)
                """;

        assertThat(validate()).isEqualTo(warning + "bands.yaml: valid test.bands\nexit 0\n");
        assertThat(validate("--strict")).isEqualTo(warning + "exit 65\n");
    }

    @Test
    void theStandardInputIsReadOnce() throws IOException {
        InputStream before = System.in;
        try {
            for (String yaml : List.of("$schema: test.bands.schema.json\ncenter: 5\n", "center: 5\n")) {
                System.setIn(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
                String expected = yaml.startsWith("$") ? "stdin: valid test.bands\nexit 0\n" : """
                        stdin: error: the file name matches no schema [ALC501]
                          = add --schema ID; known schemas: prices, stock, test.bands, test.garden, test.switches
                        exit 2
                        """;
                assertThat(CommandLine.print(List.of("validate", "-"))).isEqualTo(expected);
            }
            System.setIn(new ByteArrayInputStream("center: -5".getBytes(StandardCharsets.UTF_8)));
            assertThat(CommandLine.print(List.of("validate", "--schema", "test.bands", "-")))
                    .startsWith("stdin:1:9: error: 'center' is -5, but must be ≥ 0 [ALC204]\n");
            System.setIn(new ByteArrayInputStream("center: 7".getBytes(StandardCharsets.UTF_8)));
            assertThat(CommandLine.print(List.of("config", "show", "-", "--schema", "test.bands")))
                    .isEqualTo("# $schema-id: test.bands\ncenter: 7\nbase: null\ntable: null\nexit 0\n");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aPipeIsReadOnce() throws Exception {
        Path pipe = folder.resolve("bands.yaml");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        assertThat(validate()).isEqualTo("""
                bands.yaml: error: is a pipe to which no process has written [ALC502]

                For more information, run 'alchemi explain ALC502'.
                exit 66
                """);

        Process writer = new ProcessBuilder("sh", "-c", "printf 'center: -5' > " + pipe).start();
        assertThat(validate()).startsWith("bands.yaml:1:9: error: 'center' is -5, but must be ≥ 0 [ALC204]\n");
        writer.waitFor();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatCannotBeReadSaysWhy() throws IOException {
        Path file = folder.resolve("bands.yaml");
        Files.createSymbolicLink(file, file);
        assertThat(validate()).startsWith("bands.yaml: error: is a loop of symbolic links [ALC502]");
        Files.delete(file);
        Files.createSymbolicLink(file, Path.of("/dev/zero"));
        assertThat(validate()).startsWith("bands.yaml: error: the document is larger than 16 MB [ALC307]");
        Files.delete(file);
        Files.createDirectory(file);
        assertThat(validate()).startsWith("bands.yaml: error: no file in this folder matches a schema [ALC502]");
    }

    @Test
    void aReferenceToAnotherSchemaIsNotIgnored() throws IOException {
        write("bands.yaml", "# yaml-language-server: $schema=../test.band.schema.json\ncenter: 5\n");
        assertThat(validate()).isEqualTo("""
                bands.yaml:1:33: error: '../test.band.schema.json' is not the JSON Schema of a known schema [ALC509]
                  |
                1 | # yaml-language-server: $schema=../test.band.schema.json
                  |                                 ^^^^^^^^^^^^^^^^^^^^^^^^ did you mean 'test.bands'?
                  = known schemas: prices, stock, test.bands, test.garden, test.switches

                For more information, run 'alchemi explain ALC509'.
                exit 65
                """);

        write("bands.yaml", "# yaml-language-server: $schema=../of.mine.test.bands.schema.json\ncenter: 5\n");
        assertThat(validate()).doesNotContain("ALC509");

        write("bands.yaml", "---\n\"$schema\": other.json\n");
        assertThat(validate())
                .startsWith("bands.yaml:2:12: error: 'other.json' is not the JSON Schema of a known schema [ALC509]");

        write("bands.yaml", "$schema: https://example.org/other.json\n");
        assertThat(validate()).isEqualTo("""
                bands.yaml:1:10: warning: the schema 'https://example.org/other.json' is not downloaded [ALC510]
                  |
                1 | $schema: https://example.org/other.json
                  |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ name a file ID.schema.json with the id of a known schema
                bands.yaml: valid test.bands
                exit 0
                """);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    /** Returns the output and the exit code of the command. */
    private String validate(String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.add(0, "validate");
        arguments.add(folder.resolve("bands.yaml").toString());
        return CommandLine.print(arguments).replace(folder + "/", "");
    }
}
