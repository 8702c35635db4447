package io.alchemi.trainers.spectra.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingCsvTest {
    @TempDir
    Path folder;

    @Test
    void writesNamesAndNumbers() throws IOException {
        Path file = folder.resolve("e.csv");

        EmbeddingCsv.write(file, List.of("olivine 1", "calcite, coarse", "5\" core", " µ"), new float[][] {
            {1, -0.1f}, {3e-8f, 2}, {0, 1}, {1, 0}
        });

        assertThat(file).hasContent("""
                        name,e0,e1
                        olivine 1,1.0,-0.1
                        "calcite, coarse",3.0E-8,2.0
                        "5"" core",0.0,1.0
                        " µ",1.0,0.0
                        """);
    }

    /** Writing a library as a table and reading it gives the same library, except for the header. */
    @Test
    void namesAreReadAsTheyWereWritten() throws IOException {
        Path file = folder.resolve("e.csv");
        List<String> names = List.of("a,b", "\"", "a \"quoted\" name", "plain");

        EmbeddingCsv.write(file, names, new float[4][2]);
        Files.writeString(file, Files.readString(file).replace("e0,e1", "400,410"));

        assertThat(SpectralLibrary.read(file).names()).isEqualTo(names);
    }

    @Test
    void eachEmbeddingNeedsAName() {
        assertThatThrownBy(() -> EmbeddingCsv.write(folder.resolve("e.csv"), List.of("a"), new float[2][3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there are 1 names for 2 embeddings");
    }
}
