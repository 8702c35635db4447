package io.alchemi.training.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alchemi.command.CommandException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFinderTest {
    @TempDir
    private Path root;

    @BeforeEach
    void threeRuns() {
        System.setProperty("alchemi.runs", root.toString());
        WrittenRuns runs = new WrittenRuns(root);
        runs.write("align-train/20251127-101500-ab3d-baseline");
        runs.write("align-train/20251128-101500-ab4e-base");
        runs.write("pretrain-mae/20251127-235959-c0de");
    }

    @AfterEach
    void usualFolder() {
        System.clearProperty("alchemi.runs");
    }

    @Test
    void findsARunByItsFolderNamePartOrAge() throws IOException {
        String baseline = "20251127-101500-ab3d-baseline";
        String folder = root.resolve("align-train").resolve(baseline).toString();

        assertThat(RunFinder.find(folder).id()).isEqualTo(baseline);
        assertThat(RunFinder.find(folder + "/").id()).isEqualTo(baseline);
        assertThat(RunFinder.find(baseline).id()).isEqualTo(baseline);
        assertThat(RunFinder.find("ab3d").id()).isEqualTo(baseline);
        assertThat(RunFinder.find("ab3").id()).isEqualTo(baseline);
        assertThat(RunFinder.find("baseline").id()).isEqualTo(baseline);
        assertThat(RunFinder.find("base").id()).isEqualTo("20251128-101500-ab4e-base");
        assertThat(RunFinder.find("20251128").id()).isEqualTo("20251128-101500-ab4e-base");
        assertThat(RunFinder.find("ab4e-base").id()).isEqualTo("20251128-101500-ab4e-base");
        assertThat(RunFinder.find("c0de").command()).isEqualTo("pretrain-mae");
        assertThat(RunFinder.find("last").id()).isEqualTo("20251128-101500-ab4e-base");
    }

    @Test
    void severalRunsAreListedNewestFirst() {
        assertThatThrownBy(() -> RunFinder.find("ab"))
                .isInstanceOf(CommandException.class)
                .hasMessage("'ab' names 2 runs; write more of the name:\n  "
                        + root.resolve("align-train/20251128-101500-ab4e-base") + "\n  "
                        + root.resolve("align-train/20251127-101500-ab3d-baseline"));
    }

    @Test
    void anUnknownRunIsAnErrorWithTheNearest() {
        assertThatThrownBy(() -> RunFinder.find("c0dd"))
                .isInstanceOf(CommandException.class)
                .hasMessage("no run 'c0dd' in " + root + "; did you mean 'c0de'?");
        assertThatThrownBy(() -> RunFinder.find("\u001b[2Jnothing like it"))
                .isInstanceOf(CommandException.class)
                .hasMessage("no run '\\u001b[2Jnothing like it' in " + root + "; there are:\n  "
                        + root.resolve("align-train/20251128-101500-ab4e-base") + "\n  "
                        + root.resolve("pretrain-mae/20251127-235959-c0de") + "\n  "
                        + root.resolve("align-train/20251127-101500-ab3d-baseline"));
        assertThatThrownBy(() -> RunFinder.find("")).isInstanceOf(CommandException.class);
        assertThatThrownBy(() -> RunFinder.find("a\0b")).isInstanceOf(CommandException.class);
    }

    @Test
    void withoutRunsTheMessageNamesTheExpectedFolder() {
        System.setProperty("alchemi.runs", root.resolve("none").toString());

        assertThatThrownBy(() -> RunFinder.find("last"))
                .isInstanceOf(CommandException.class)
                .hasMessageStartingWith("no run 'last': there are no runs in " + root.resolve("none"));
    }
}
