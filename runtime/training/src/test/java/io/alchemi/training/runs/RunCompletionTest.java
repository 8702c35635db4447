package io.alchemi.training.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests shell completion of run names. */
class RunCompletionTest {
    private static final String OLD = "20251127-101500-ab3d-baseline";
    private static final String NEW = "20251128-101500-c0de";

    @TempDir
    private Path root;

    private WrittenRuns runs;

    @BeforeEach
    void twoRuns() {
        runs = new WrittenRuns(root);
        runs.write("align-train/" + OLD);
        runs.write("pretrain-mae/" + NEW);
    }

    @Test
    void runsAreNamedNewestFirst() {
        assertThat(complete("runs", "show", "")).isEqualTo(NEW + "\n" + OLD + "\nlast\n");
        assertThat(complete("runs", "compare", OLD, "20251128")).isEqualTo(NEW + "\n");
        assertThat(complete("runs", "tail", "--lines", "3", "l")).isEqualTo("last\n");
    }

    @Test
    void anotherFolderIsCompletedAsAFile() {
        assertThat(complete("runs", "show", "elsewhere/")).isEqualTo(":files\n");
        assertThat(complete("runs", "list", "")).isEqualTo(":files\n");
        runs = new WrittenRuns(root.resolve("none"));
        assertThat(complete("runs", "show", "")).isEqualTo(":files\n");
    }

    private String complete(String... words) {
        String[] line = new String[words.length + 1];
        line[0] = "__complete";
        System.arraycopy(words, 0, line, 1, words.length);
        return runs.alchemi(line).replace("exit 0\n", "");
    }
}
