package io.alchemi.trainers.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.Loader;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.testing.Page;
import io.alchemi.config.testing.Page.Block;
import io.alchemi.trainers.alignment.AlignmentExperimentLoader;
import io.alchemi.trainers.command.Terminal.Answer;
import io.alchemi.trainers.mae.MaeExperimentLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests the pages for people who write configurations. {@code yaml} blocks are files that begin with their name, {@code console}
 * blocks are commands with their output, {@code java} blocks are lines of our sources.
 */
class ConfigurationPageTest {
    private static final Path ROOT = Path.of(System.getProperty("alchemi.root"));
    private static final Path PAGE = ROOT.resolve("docs/configuration.md");
    private static final Path SWEEPS = ROOT.resolve("docs/sweeps.md");
    private static final Path EDITOR = ROOT.resolve("docs/editor.md");

    @TempDir
    Path folder;

    static List<Page> pages() throws IOException {
        return List.of(new Page(PAGE), new Page(SWEEPS), new Page(EDITOR));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyCommandMatchesThePage(Page page) throws IOException {
        copyConfigs();
        Map<Block, String> printed = new HashMap<>();
        for (Block block : page.blocks()) {
            String text = page.text(block);
            switch (block.language()) {
                case "yaml" -> Files.writeString(folder.resolve(nameOf(text)), text);
                case "console" -> printed.put(block, session(text));
                case "java" -> assertThat(sources()).containsAll(stripped(text));
                default -> {} // For other programs.
            }
        }
        page.compare(printed);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyFileOnThePageIsUsedByALaterCommand(Page page) {
        List<String> named = new ArrayList<>();
        for (Block block : page.blocks()) {
            String text = page.text(block);
            if (block.language().equals("yaml")) {
                named.add(nameOf(text));
            } else {
                named.removeIf(text::contains);
            }
        }
        assertThat(named).isEmpty();
    }

    @Test
    void theGlobalBlockOnThePageHasTheDefaults() throws IOException {
        MaeExperimentLoader loader = new MaeExperimentLoader();
        Page page = new Page(PAGE);
        String block = page.text(page.blocks().stream()
                .filter(one -> one.language().equals("yaml"))
                .findFirst()
                .orElseThrow());

        assertThat(block).startsWith("# global.yaml");
        assertThat(loader.load(block).value()).isEqualTo(loader.load("").value());
        assertThat(rows("## The `global` block"))
                .containsExactlyElementsOf(block.lines()
                        .filter(line -> line.startsWith("  "))
                        .map(line -> line.strip().split(":", 2)[0])
                        .toList());
    }

    @Test
    void thePageListsAllSections() throws IOException {
        Loader<?> alignment = new AlignmentExperimentLoader();
        KeySchema global = Objects.requireNonNull(alignment.schema().globalKey());

        assertThat(rows("## The `global` block"))
                .isEqualTo(names(alignment
                        .schema()
                        .record((ValueType.RecordType) global.type())
                        .keys()));
        assertThat(rows("### `alignment`"))
                .isEqualTo(names(alignment.schema().root().keys()));
        assertThat(rows("### `train.mae`"))
                .isEqualTo(names(new MaeExperimentLoader().schema().root().keys()));
    }

    private static List<String> names(List<KeySchema> keys) {
        return keys.stream().map(KeySchema::name).toList();
    }

    /** Returns the keys at the beginning of the rows in the table below a heading. */
    private static List<String> rows(String heading) throws IOException {
        return Files.readString(PAGE)
                .split("\n" + heading + "\n", 2)[1]
                .split("\n##", 2)[0]
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("`", 3)[1])
                .toList();
    }

    private void copyConfigs() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("configs"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(ROOT.relativize(file));
                Files.createDirectories(Objects.requireNonNull(copy.getParent()));
                Files.copy(file, copy);
            }
        }
    }

    private static String nameOf(String yaml) {
        String first = yaml.lines().findFirst().orElse("");
        assertThat(first).startsWith("# ").endsWith(".yaml");
        return first.substring(2);
    }

    /** Returns the lines of the trainers' sources. */
    private static List<String> sources() throws IOException {
        List<String> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                all.addAll(stripped(Files.readString(file)));
            }
        }
        return all;
    }

    private static List<String> stripped(String text) {
        return text.lines().map(String::strip).toList();
    }

    /** Runs the commands of a block. */
    private String session(String text) throws IOException {
        StringBuilder seen = new StringBuilder();
        Terminal terminal = new Terminal(folder);
        int exit = 0;
        for (String line : text.lines().filter(line -> line.startsWith("$ ")).toList()) {
            seen.append(line).append('\n');
            String[] piped = line.substring(2).split(" \\| ", 2);
            if (piped[0].equals("echo $?")) {
                seen.append(exit).append('\n');
            } else if (piped[0].startsWith("cp ")) {
                String[] words = piped[0].split(" ");
                Files.copy(folder.resolve(words[1]), folder.resolve(words[2]));
            } else {
                Answer answer = terminal.type(piped[0]);
                exit = answer.exit();
                seen.append(answer.err()).append(piped.length == 1 ? answer.out() : filtered(answer.out(), piped[1]));
            }
        }
        return seen.toString();
    }

    /** Returns the lines that {@code grep TEXT} or {@code head -N} outputs. */
    private static String filtered(String out, String filter) {
        String[] words = filter.replace("\"", "").split(" ", 2);
        Stream<String> lines = words[0].equals("head")
                ? out.lines().limit(-Long.parseLong(words[1]))
                : out.lines().filter(line -> line.contains(words[1]));
        return lines.map(line -> line + "\n").reduce("", String::concat);
    }
}
