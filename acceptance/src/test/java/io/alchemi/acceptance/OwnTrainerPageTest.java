package io.alchemi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.testing.Page;
import io.alchemi.config.testing.Page.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests the page on writing a trainer. {@code java}, {@code xml} and {@code yaml} blocks are named after a file of the example and equal
 * to it. {@code sh} blocks are commands, named after what they need.
 */
class OwnTrainerPageTest {
    private static final Path EXAMPLE = Checkout.REPOSITORY.resolve("examples/digits");

    /** Blocks of commands that do not need Maven. */
    private static final Set<String> WITHOUT_MAVEN = Set.of("folder", "javac", "options", "commands");

    private Page page;

    @BeforeEach
    void read() throws IOException {
        page = new Page(Checkout.REPOSITORY.resolve("docs/your-own-trainer.md"));
    }

    @Test
    void filesOnThePageAreThoseOfTheExample() throws IOException {
        Map<Block, String> files = new HashMap<>();
        for (Block block : files()) {
            files.put(block, Files.readString(EXAMPLE.resolve(block.name())));
        }
        page.compare(files);
    }

    @Test
    void everyFileThatTheProgramNeedsIsOnThePage() throws IOException {
        List<String> needed = new ArrayList<>(List.of("pom.xml", "digits.yaml"));
        try (Stream<Path> sources = Files.walk(EXAMPLE.resolve("src/main"))) {
            sources.filter(Files::isRegularFile)
                    .map(source -> EXAMPLE.relativize(source).toString())
                    .forEach(needed::add);
        }
        assertThat(files()).extracting(Block::name).containsAll(needed).doesNotHaveDuplicates();
    }

    @Test
    void commandsWithoutMavenTrain(@TempDir Path folder) throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        StringBuilder script = new StringBuilder("set -eux\n");
        for (Block block : page.blocks()) {
            if (block.language().equals("sh") && WITHOUT_MAVEN.contains(block.name())) {
                script.append(page.text(block));
            }
        }
        for (Block block : files()) {
            Path file = home.resolve("digits").resolve(block.name());
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, page.text(block));
        }
        StartedProcess shell = StartedProcess.start(
                home,
                Map.of(
                        "HOME",
                        home.toString(),
                        "PATH",
                        System.getProperty("java.home") + "/bin:" + System.getenv("PATH")),
                List.of("sh", "-c", script.toString().replace("~/alchemi", "'" + Checkout.REPOSITORY + "'")));

        assertThat(shell.exitCode()).as(() -> shell.out() + shell.err()).isZero();
        assertThat(shell.out())
                .contains(
                        "stopped after step ",
                        "Options:",
                        "The configuration can be trained here",
                        "weight_decay: 0.01");
        assertThat(home.resolve("digits/runs/digits").toFile().list())
                .hasSize(3)
                .anyMatch(run -> run.endsWith("-short"));
        assertThat(home.resolve("digits/digits.mine.yaml")).content().contains("\nhidden_width: 128");
    }

    private List<Block> files() {
        return page.blocks().stream()
                .filter(block -> !Set.of("sh", "text").contains(block.language()))
                .toList();
    }
}
