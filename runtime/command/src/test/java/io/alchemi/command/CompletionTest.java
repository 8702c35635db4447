package io.alchemi.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.command.CommandLine.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.example.PriceActionMain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the scripts of the shells are told. */
class CompletionTest {
    @TempDir
    private Path folder;

    /** The words after {@code alchemi}, the last one, in brackets, at the cursor; and the words that complete it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[val]                             | validate",
                "[c]                               | config completion",
                "config []                         | show diff init",
                "help config [s]                   | show",
                "--debug config [d]                | diff",
                "lab [m]                           | match",
                "nothing []                        |",
                "validate [--f]                    | --format",
                "validate [--]                     | --schema --profile --format --strict --help",
                "validate --format []              | text json github sarif",
                "validate [--format=s]             | --format=sarif",
                "validate --schema [test.b]        | test.bands",
                "validate []                       | :files",
                "validate -- [--f]                 | :files",
                "schema show [st]                  | stock",
                "schema export []                  | :folders",
                "config init [pr]                  | prices",
                "completion []                     | bash zsh fish",
                "completion bash []                |",
                "explain [ALC50]                   | ALC501 ALC502 ALC503 ALC504 ALC505 ALC506 ALC509",
                "price list []                     | :files",
                "price list --set []               | currency= tax= discount. goods=",
                "price list --set [discount.]      | discount.percent=",
                "price list [--set=d]              | --set=discount.",
                "price list --set [none.x]         |",
                "price list --tax []               |",
                "price list -c []                  | :files",
                "price list [--config=x]           | :files",
                "lab match [-]                     | --top --output --help",
                "lab match -o []                   | :files",
                "lab match []                      | :files",
                "lab match a.csv --top 3 b.csv []  | 3 6",
                "lab match a.csv b.csv [x]         | :files",
                "lab match a.csv b.csv 3 []        |",
            })
    void wordsAreCompleted(String line, String expected) {
        List<String> printed = new ArrayList<>();
        for (String candidate : complete(line).out().lines().toList()) {
            printed.add(candidate.split("\t")[0]);
        }

        assertThat(printed).isEqualTo(expected == null ? List.of() : List.of(expected.split(" ")));
    }

    @Test
    void candidatesHaveDescriptions() {
        assertThat(complete("[con]").out()).isEqualTo("config\tshow, diff, init\n");
        assertThat(complete("config [di]").out())
                .isEqualTo("diff\tPrint the keys in which two configurations differ\n");
        assertThat(complete("price list [--ta]").out()).isEqualTo("--tax\tthe tax that is added\n");
    }

    @Test
    void keysAreThoseOfTheFile() throws IOException {
        String file = Files.writeString(folder.resolve("garden.yaml"), "").toString();

        assertThat(complete("config show " + file + " --set [wa]").out()).isEqualTo("water=\n");
        assertThat(complete("config show --set [wa]").out()).isEmpty();
        assertThat(complete("config show none.yaml --set [wa]").out()).isEmpty();
        assertThat(complete("config show --schema test.switches none.yaml --set [mode=]")
                        .out())
                .isEqualTo("mode=slow\nmode=very_fast\n");
        assertThat(complete("config show --schema test.switches none.yaml --set [loud=t]")
                        .out())
                .isEqualTo("loud=true\n");
        assertThat(complete("config show --schema test.switches none.yaml [--no-]")
                        .out())
                .isEqualTo("--no-loud\tnot: make noise\n");
        assertThat(complete("config show --schema test.switches none.yaml --port []")
                        .out())
                .isEqualTo("usb\nserial\n");
    }

    @Test
    void profilesAreThoseOfTheFiles() throws IOException {
        String file = Files.writeString(folder.resolve("stock.yaml"), "").toString();
        Files.writeString(folder.resolve("stock.night.yaml"), "");
        Files.writeString(folder.resolve("stock.day.yaml"), "");

        assertThat(complete("stock " + file + " --profile []").out()).isEqualTo("day\nnight\n");
        assertThat(complete("stock --config " + file + " [--profile=n]").out()).isEqualTo("--profile=night\n");
        assertThat(complete("config show " + file + " --profile [n]").out()).isEqualTo("night\n");
        assertThat(complete("validate " + file + " --profile [d]").out()).isEqualTo("day\n");
        assertThat(complete("stock --profile []").out()).isEmpty();
    }

    @Test
    void aProgramWithOneCommandHasItToo() {
        assertThat(runProgram("__complete", "--ta")).isEqualTo("--tax\tthe tax that is added\n0");
        assertThat(runProgram("__complete", "--set", "disc")).isEqualTo("discount.\tthe discount\n0");
        assertThat(runProgram("__complete", "val"))
                .isEqualTo(":files\nvalidate\tCheck configurations and report all problems\n0");
        assertThat(runProgram("__complete", "config", "d"))
                .isEqualTo("diff\tPrint the keys in which two configurations differ\n0");
        assertThat(runProgram("__complete", "validate", "--schema", "")).isEqualTo("prices\t*.prices.yaml\n0");
        assertThat(runProgram("__complete", "a.yaml", "val")).isEqualTo(":files\n0");
        assertThat(runProgram("completion", "bash")).contains("\ncomplete -F _price_list price-list\n0");
        assertThat(runProgram("completion", "fish", "prices")).contains("\ncomplete -c prices -f -a '(_prices)'\n0");
    }

    @Test
    void anUnknownShellIsAUsageError() {
        assertThat(CommandLine.print(List.of("completion", "bsh")))
                .contains("error: unknown shell 'bsh' [ALC501]", "did you mean 'bash'?")
                .endsWith("exit 2\n");
        assertThat(CommandLine.print(List.of("completion")))
                .contains("missing argument SHELL")
                .endsWith("exit 2\n");
        assertThat(CommandLine.print(List.of("completion", "zsh", "a;b")))
                .contains("error: not the name of a program")
                .endsWith("exit 2\n");
    }

    private static Answer complete(String line) {
        List<String> words = new ArrayList<>();
        words.add("__complete");
        for (String word : line.split(" ")) {
            words.add(word.startsWith("[") ? word.substring(1, word.length() - 1) : word);
        }
        Answer answer = CommandLine.run(words);
        assertThat(answer.err()).isEmpty();
        assertThat(answer.exit()).isZero();
        return answer;
    }

    private static String runProgram(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code = Alchemi.run(new PriceActionMain(), List.of(arguments), new Console(stream, stream, false, Map.of()));
        return out.toString(StandardCharsets.UTF_8) + code;
    }
}
