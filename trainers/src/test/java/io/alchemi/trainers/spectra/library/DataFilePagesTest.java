package io.alchemi.trainers.spectra.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.ConfigException;
import io.alchemi.config.testing.Page;
import io.alchemi.config.testing.Page.Block;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the CSV files on the page of their diagnostic and in a collection of refused files: the messages must be those below them. */
class DataFilePagesTest {
    private static final Path ROOT = Path.of(System.getProperty("alchemi.root"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"docs/diagnostics/ALC601.md", "trainers/src/test/resources/spectra/refused-csv.md"})
    void refusedFilesGetTheMessagesBelowThem(String name) throws Exception {
        Page page = new Page(ROOT.resolve(name));

        page.run(this::read);

        assertThat(page.blocks()).filteredOn(page::isWrong).hasSizeGreaterThan(1);
    }

    /** Returns the messages, or an empty string if the file can be read. */
    private String read(Block block, String text) throws Exception {
        assertThat(block.language()).isEqualTo("csv");
        Path file = folder.resolve(block.name().isEmpty() ? "lab.csv" : block.name());
        Files.writeString(file, text);
        try {
            SpectralLibrary.read(file);
            return "";
        } catch (ConfigException e) {
            assertThat(e.diagnostics())
                    .allSatisfy(problem -> assertThat(problem.id().code()).isEqualTo("ALC601"));
            return e.getMessage().replace(folder + "/", "") + "\n";
        }
    }
}
