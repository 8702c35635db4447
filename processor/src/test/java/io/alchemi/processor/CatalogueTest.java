package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.testing.Golden;
import io.alchemi.config.testing.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The catalogue of ids: each has a page, each page an id, and each is provoked by a test. */
class CatalogueTest {
    private static final Path PAGES = Path.of("../docs/diagnostics");
    private static final Path TESTS = Path.of("src/test/java/io/alchemi/processor");

    @Test
    void aCodeIsGivenOnceAndTheyStandInOrder() {
        assertThat(codes()).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void eachIdHasAPageAndEachPageAnId() throws IOException {
        assertThat(names(PAGES, ".md"))
                .containsExactlyElementsOf(
                        Stream.concat(codes(), Stream.of("README")).toList());
        for (DiagnosticId id : DiagnosticId.values()) {
            assertThat(page(id).heading()).startsWith(id.code() + ": ");
        }
    }

    @Test
    void theTableListsThemAll() throws IOException {
        Path readme = PAGES.resolve("README.md");
        StringBuilder text = new StringBuilder();
        for (String line : Files.readAllLines(readme)) {
            if (line.startsWith("| Id ")) {
                text.append(table());
            } else if (!line.startsWith("|")) {
                text.append(line).append('\n');
            }
        }
        Golden.compare(readme, text.toString());
    }

    private static String table() throws IOException {
        StringBuilder table = new StringBuilder("| Id | Severity | Title | Tested by |\n|---|---|---|---|\n");
        for (DiagnosticId id : DiagnosticId.values()) {
            List<String> tests = testsOf(id);
            assertThat(tests).as(id.code()).isNotEmpty();
            table.append("| [").append(id.code()).append("](").append(id.code()).append(".md) | ");
            table.append(id.severity().word()).append(" | ");
            table.append(page(id).heading().substring(id.code().length() + 2)).append(" | ");
            table.append(String.join(", ", tests)).append(" |\n");
        }
        return table.toString();
    }

    /** The test that runs the examples of its page; without examples, those of the processor that speak of it. */
    private static List<String> testsOf(DiagnosticId id) throws IOException {
        Page page = page(id);
        if (page.blocks().stream().anyMatch(page::isWrong)) {
            String name = DiagnosticPagesTest.ids().anyMatch(id::equals)
                    ? "DiagnosticPagesTest"
                    : id.code().startsWith("ALC6")
                            ? "DataFilePagesTest"
                            : id == DiagnosticId.ENGINE
                                    ? "EngineFolderTest"
                                    : id == DiagnosticId.SECRET_OF_RUN ? "SecretsOfRunTest" : "CommandPagesTest";
            return List.of("`" + name + "`");
        }
        List<String> tests = new ArrayList<>();
        for (String name : names(TESTS, ".java")) {
            if (Files.readString(TESTS.resolve(name + ".java")).contains("[" + id.code() + "]")) {
                tests.add("`" + name + "`");
            }
        }
        return tests;
    }

    private static Page page(DiagnosticId id) throws IOException {
        return new Page(PAGES.resolve(id.code() + ".md"));
    }

    private static Stream<String> codes() {
        return Arrays.stream(DiagnosticId.values()).map(DiagnosticId::code);
    }

    private static List<String> names(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(suffix))
                    .map(name -> name.substring(0, name.length() - suffix.length()))
                    .sorted()
                    .toList();
        }
    }
}
