package io.alchemi.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.example.MatchActionMain;
import org.example.PriceActionMain;
import org.example.StockActionMain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A generated {@code main} as a program of its own: it names itself, and has the built-in commands for its own schema. */
class GeneratedMainTest {
    @TempDir
    private Path folder;

    @Test
    void itsHelpNamesTheProgramAndTheOtherCommands() {
        assertThat(print(new PriceActionMain(), "--help"))
                .startsWith("""
                        Print the prices of a shop.

                        Usage: price-list [CONFIG…] [options]
                        """)
                .contains("""

                        Other commands:
                          validate       Check configurations and report all problems
                          config show    Print the configuration that a command would use
                        """, "Run 'price-list help COMMAND'")
                .doesNotContain("alchemi");
        assertThat(print(new PriceActionMain(), "help")).isEqualTo(print(new PriceActionMain(), "--help"));
        assertThat(print(new PriceActionMain(), "help config"))
                .contains("Usage: price-list config COMMAND [ARGUMENT…]");
        assertThat(print(new PriceActionMain(), "help validate"))
                .contains("Usage: price-list validate FILE… [options]");
        assertThat(print(new PriceActionMain(), "config show --help")).contains("Usage: price-list config show FILE…");
    }

    @Test
    void itPrintsItsVersion() {
        String version = "price-list " + Alchemi.version() + "\nexit 0\n";

        assertThat(print(new PriceActionMain(), "--version")).isEqualTo(version);
        assertThat(print(new PriceActionMain(), "-V")).isEqualTo(version);
    }

    @Test
    void aLauncherStatesItsName() {
        System.setProperty("alchemi.program", "shop");
        try {
            assertThat(print(new PriceActionMain(), "--help")).contains("Usage: shop [CONFIG…]");
            assertThat(print(new PriceActionMain(), "completion bash")).contains("complete -F _shop shop");
            assertThat(CommandLine.print(List.of("price", "list", "--help")))
                    .contains("Usage: shop price list [CONFIG…]");
            assertThat(CommandLine.print(List.of("--help"))).contains("Usage: shop COMMAND [ARGUMENT…]");
        } finally {
            System.clearProperty("alchemi.program");
        }
    }

    @Test
    void itsErrorsNameTheProgram() throws IOException {
        assertThat(print(new StockActionMain(), "")).isEqualTo("""
                stock: error: no configuration is named, but these keys are required: store.name [ALC501]
                  |
                  | stock
                  | ^^^^^ write stock CONFIG, or --set KEY=VALUE for each key
                exit 2
                """);
        assertThat(print(new MatchActionMain(), "a.csv")).isEqualTo("""
                lab-match: error: missing argument SENSOR_FILE [ALC501]
                  |
                  | lab-match
                  | ^^^^^^^^^ usage: lab-match LAB SENSOR_FILE [DIGITS] [options]
                exit 2
                """);
        Path file = Files.writeString(folder.resolve("a.yaml"), "tax: -1\n");
        assertThat(print(new PriceActionMain(), file.toString()))
                .contains("For more information, run 'price-list explain ALC204'.");
        assertThat(print(new PriceActionMain(), "explain ALC204")).startsWith("ALC204");
        assertThat(print(new PriceActionMain(), "explain 9999"))
                .contains("run 'price-list explain' to list all diagnostics");
    }

    /** The names of these files match no pattern of the schema. */
    @Test
    void itValidatesAndShowsFilesOfItsSchema() throws IOException {
        Path one = Files.writeString(folder.resolve("one.yaml"), "tax: 0.1\n");
        Path two = Files.writeString(folder.resolve("two.yaml"), "tax: 0.2\n");

        assertThat(print(new PriceActionMain(), "validate " + one)).isEqualTo("one.yaml: valid prices\nexit 0\n");
        assertThat(print(new PriceActionMain(), "config show " + one + " --tax 0.5"))
                .contains("# $schema-id: prices\ncurrency: EUR\ntax: 0.5\n");
        assertThat(print(new PriceActionMain(), "config show --tax 0.5"))
                .contains("# $schema-id: prices\ncurrency: EUR\ntax: 0.5\n");
        assertThat(print(new PriceActionMain(), "config diff " + one + " " + two))
                .isEqualTo("tax: 0.1 → 0.2\nexit 1\n");
    }

    @Test
    void itHasItsOwnSchemaOnly() throws IOException {
        assertThat(print(new PriceActionMain(), "schema list")).isEqualTo("""
                prices
                  files    *.prices.yaml
                  command  price-list
                exit 0
                """);
        assertThat(print(new PriceActionMain(), "schema show"))
                .contains("\"description\": \"Print the prices of a shop.\"");
        assertThat(print(new PriceActionMain(), "schema show stock")).contains("unknown schema 'stock'");
        assertThat(print(new PriceActionMain(), "schema export " + folder.resolve("out")))
                .isEqualTo("out/prices.schema.json\nexit 0\n");
        assertThat(print(new PriceActionMain(), "config init -o " + folder.resolve("new.yaml")))
                .isEqualTo("new.yaml\nschemas/prices.schema.json\nexit 0\n");
        assertThat(folder.resolve("new.yaml")).content().contains("# Check a file: price-list validate FILE ");
        assertThat(print(new PriceActionMain(), "validate " + folder.resolve("new.yaml")))
                .isEqualTo("new.yaml: valid prices\nexit 0\n");
    }

    @Test
    void aFileWithTheNameOfACommandIsGivenAsAPath() {
        assertThat(print(new PriceActionMain(), "./validate")).contains("./validate: error: file not found");
        assertThat(print(new PriceActionMain(), "-- validate")).contains("validate: error: file not found");
        assertThat(print(new PriceActionMain(), "validate")).contains("missing argument FILE");
        assertThat(print(new PriceActionMain(), "config shw x.yaml")).contains("did you mean 'config show'?");
    }

    @Test
    void aProgramWithoutAConfigurationHasNoCommandsForIt() {
        assertThat(print(new MatchActionMain(), "--help")).contains("""

                Other commands:
                  explain     Explain a diagnostic, with examples
                  completion  Print a script that completes command lines in bash, zsh or fish
                """);
        assertThat(print(new MatchActionMain(), "validate none.csv")).contains("Options[lab=validate,");
    }

    private String print(Subcommand command, String line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        List<String> arguments = line.isEmpty() ? List.of() : List.of(line.split(" "));
        int code = Alchemi.run(command, arguments, new Console(stream, stream, false, Map.of()));
        return out.toString(StandardCharsets.UTF_8).replace(folder + "/", "") + "exit " + code + "\n";
    }
}
