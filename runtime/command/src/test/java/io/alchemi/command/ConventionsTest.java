package io.alchemi.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people expect of any command line. */
class ConventionsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"help validate", "validate --help", "validate -h", "validate a b --help"})
    void helpOfACommand(String line) {
        assertThat(print(line)).startsWith("Check configurations and report all problems.\n\nUsage: alchemi validate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"help config", "config --help", "config -h"})
    void helpOfAGroup(String line) {
        assertThat(print(line)).isEqualTo("""
                Commands of 'alchemi config'.

                Usage: alchemi config COMMAND [ARGUMENT…]

                Commands:
                  config show  Print the configuration that a command would use
                  config diff  Print the keys in which two configurations differ
                  config init  Create a configuration from the commented template of a schema

                Run 'alchemi config COMMAND --help' for more about a command.
                exit 0
                """);
    }

    @Test
    void helpOfAnUnknownCommandIsAnError() {
        assertThat(print("help idle")).isEqualTo("""
                idle: error: unknown command [ALC501]
                  |
                  | idle
                  | ^^^^ run 'alchemi --help' to list the commands
                exit 2
                """);
        assertThat(print("help validat")).contains("did you mean 'validate'?").endsWith("exit 2\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-V", "--version"})
    void version(String line) {
        assertThat(print(line)).isEqualTo("alchemi " + Alchemi.version() + "\nexit 0\n");
    }

    @Test
    void theCaretIsUnderTheWrongWord() {
        assertThat(print("config shwo")).isEqualTo("""
                config shwo: error: unknown command [ALC501]
                  |
                  | config shwo
                  |        ^^^^ did you mean 'config show'?
                exit 2
                """);
        assertThat(print("--hepl")).contains("error: unknown option --hepl [ALC501]", "did you mean '--help'?");
    }

    @Test
    void anEmptyArgumentIsShown() throws IOException {
        assertThat(CommandLine.print(List.of(""))).isEqualTo("""
                '': error: unknown command [ALC501]
                  |
                  | ''
                  | ^^ run 'alchemi --help' to list the commands
                exit 2
                """);
        for (List<String> line : List.of(List.of("validate", ""), List.of("config", "show", ""))) {
            assertThat(CommandLine.print(line)).isEqualTo("""
                    '': error: the name of a file is empty [ALC501]
                      |
                      | ''
                      | ^^ is a variable of the shell not set?
                    exit 2
                    """);
        }
    }

    @ParameterizedTest
    @CsvSource({"-o=x", "-ox", "-o x", "--output=x"})
    void shortOptionsTakeTheirValuesInAllForms(String option) throws IOException {
        String lab = Files.writeString(folder.resolve("a"), "").toString();

        assertThat(print("lab match " + lab + " b " + option)).contains("output=x]");
    }

    @Test
    void aSwitchMayHaveAValueButNotItsOpposite() throws IOException {
        String file = Files.writeString(folder.resolve("switches.yaml"), "").toString();
        String start = "config show --schema test.switches " + file;

        assertThat(print(start + " --loud=false")).contains("loud: false\n");
        assertThat(print(start + " --no-loud")).contains("loud: false\n");
        assertThat(print(start + " --no-loud=true")).isEqualTo("""
                --no-loud=true: error: --no-loud takes no value [ALC501]
                  |
                  | --no-loud=true
                  | ^^^^^^^^^^^^^^ write --no-loud or --loud
                exit 2
                """);
    }

    @Test
    void aBadPathDoesNotHideOtherProblems() throws IOException {
        String file = Files.writeString(folder.resolve("switches.yaml"), "").toString();

        assertThat(print("config show --schema test.switches " + file + " --set mode --set port[3]=x --set louder=1"
                        + " --loud=loud --set port=USB"))
                .contains(
                        "--set mode: error: a setting must have the form PATH=VALUE [ALC503]",
                        "--set port[3]=x: error: item [3] does not exist [ALC503]",
                        "--set louder=1: error: unknown key 'louder' at the top level [ALC201]",
                        "--set port=USB: error: 'port' is 'USB', but must be letters [ALC206]",
                        "--loud: error: 'loud' must be true or false, but is the string 'loud' [ALC203]",
                        "5 errors")
                .endsWith("exit 2\n");
    }

    @Test
    void aReaderThatHasReadEnoughIsNoFailure() {
        assertThat(explainInto("Broken pipe")).isEqualTo("exit 0");
        assertThat(explainInto("No space left on device")).isEqualTo("error: cannot write the output\nexit 1");
    }

    @Test
    void aCommandThatPrintsOnAndOnEndsWithItsReader() {
        assertThat(runInto("Broken pipe", "lab", "match", "a.csv", "b.csv", "--top", "7"))
                .isEqualTo("exit 0");
    }

    /** Otherwise a line of the other stream may begin in the middle of it, if both go to one terminal or file. */
    @Test
    void aLineIsWrittenAtOnce() {
        List<String> writes = new ArrayList<>();
        OutputStream recorded = new OutputStream() {
            @Override
            public void write(int unit) {
                throw new AssertionError("a line is not written byte by byte");
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                writes.add(new String(bytes, offset, length, StandardCharsets.UTF_8));
            }
        };
        new ProcessOutput(recorded).println("≥ 1");
        assertThat(writes).containsExactly("≥ 1" + System.lineSeparator());
    }

    private static String explainInto(String failure) {
        return runInto(failure, "explain");
    }

    private static String runInto(String failure, String... arguments) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int unit) throws IOException {
                throw new IOException(failure);
            }
        };
        Console console = new Console(
                new ProcessOutput(closed), new PrintStream(err, true, StandardCharsets.UTF_8), false, Map.of());
        int code = Alchemi.run(List.of(arguments), console);
        return err.toString(StandardCharsets.UTF_8) + "exit " + code;
    }

    private static String print(String line) {
        return CommandLine.print(List.of(line.split(" ")));
    }
}
