package io.alchemi.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.schema.Alias;
import io.alchemi.schema.ConfigSchema;
import io.alchemi.schema.Default;
import io.alchemi.schema.Input;
import io.alchemi.schema.Range;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
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
