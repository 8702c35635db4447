package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.testing.Golden;
import io.alchemi.config.testing.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** The tests of the pages run all examples. */
    @Test
    void everyIdWithoutAnExampleIsTested() throws IOException {
        for (DiagnosticId id : DiagnosticId.values()) {
            Page page = page(id);
            assertThat(page.blocks().stream().anyMatch(page::isWrong) || isTested(id))
                    .as(id.code())
                    .isTrue();
        }
    }

    private static String table() throws IOException {
        StringBuilder table = new StringBuilder("| Id | Severity | Title |\n|---|---|---|\n");
        for (DiagnosticId id : DiagnosticId.values()) {
            table.append("| [").append(id.code()).append("](").append(id.code()).append(".md) | ");
            table.append(id.severity().word()).append(" | ");
            table.append(page(id).heading().substring(id.code().length() + 2)).append(" |\n");
        }
        return table.toString();
    }

    /** Returns true if a test of the processor contains an id in brackets. */
    private static boolean isTested(DiagnosticId id) throws IOException {
        for (String name : names(TESTS, ".java")) {
            if (Files.readString(TESTS.resolve(name + ".java")).contains("[" + id.code() + "]")) {
                return true;
            }
        }
        return false;
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
