package io.alchemi.training.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.TextFormat;
import java.io.IOException;
import java.nio.file.Files;
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
    void findsARunByItsFolderNamePartOrAge() {
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
        assertThat(refusal("ab")).isEqualTo("""
                ab: error: 'ab' names 2 runs [ALC501]
                  |
                  | ab
                  | ^^ write more of the name
                  = %1$s/align-train/20251128-101500-ab4e-base
                  = %1$s/align-train/20251127-101500-ab3d-baseline
                """.formatted(root));
    }

    @Test
    void anUnknownRunIsAnErrorWithTheNearest() {
        assertThat(refusal("c0dd")).isEqualTo("""
                c0dd: error: no run 'c0dd' in %s [ALC502]
                  |
                  | c0dd
                  | ^^^^ did you mean 'c0de'?
                """.formatted(root));
        assertThat(refusal("\u001b[2Jnothing like it")).isEqualTo("""
                \\u001b[2Jnothing like it: error: no run '\\u001b[2Jnothing like it' in %1$s [ALC502]
                  |
                  | \\u001b[2Jnothing like it
                  | ^^^^^^^^^^^^^^^^^^^ name one of these runs
                  = %1$s/align-train/20251128-101500-ab4e-base
                  = %1$s/pretrain-mae/20251127-235959-c0de
                  = %1$s/align-train/20251127-101500-ab3d-baseline
                """.formatted(root));
        assertThat(refusal("")).contains("no run ''");
        assertThat(refusal("a\0b")).contains("no run 'a\\u0000b'");
    }

    @Test
    void aFolderThatIsNoRunIsAnError() throws IOException {
        Path file = Files.writeString(root.resolve("train.yaml"), "");
        assertThat(refusal(file.toString())).contains(file + ": error: is not a folder [ALC502]");
        assertThat(refusal(root.toString())).contains(root + ": error: the folder is not a run [ALC502]");
        assertThat(refusal(root.resolve("none").toString())).contains("none: error: folder not found [ALC502]");
    }

    @Test
    void withoutRunsTheMessageNamesTheExpectedFolder() {
        System.setProperty("alchemi.runs", root.resolve("none").toString());

        assertThat(refusal("last"))
                .contains(
                        "no run 'last' in " + root.resolve("none") + " [ALC502]",
                        "there are no runs in " + root.resolve("none") + "; name the folder of a run");
    }

    private static String refusal(String run) {
        ConfigException refused = catchThrowableOfType(ConfigException.class, () -> RunFinder.find(run));
        return TextFormat.render(refused.diagnostics(), false);
    }
}
