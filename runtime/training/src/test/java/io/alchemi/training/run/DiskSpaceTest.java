package io.alchemi.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.layer.ConfigResolver;
import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.text.Limits;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the advice about a disk that is too small. */
class DiskSpaceTest {
    private static final long TOO_MUCH = Long.MAX_VALUE / 2;

    @TempDir
    private Path folder;

    /** Returns the problem of a configuration whose loop has a key besides {@code max_steps}. */
    private Diagnostic problem(String key, int saveEvery) {
        Schema schema = PathsAndSwitchesTest.schema("""
                record t.Root
                schema test.disk
                key loop loop record io.alchemi.training.run.LoopConfig default {}

                record io.alchemi.training.run.LoopConfig
                key max_steps maxSteps int default 1
                %s
                """.formatted(key));
        ConfigResolver resolved = ConfigResolver.of(schema, List.of(Source.text("t", "{}")), Limits.DEFAULT);
        LoopKeys keys = LoopKeys.of(schema, resolved.tree(), DiskSpaceTest.class.getClassLoader());
        LoopConfig loop = new LoopConfig(9, 1, 0, saveEvery, 3, null, null, null);
        return catchThrowableOfType(
                        ConfigException.class,
                        () -> DiskSpace.require(folder.resolve(".").toRealPath(), TOO_MUCH, loop, keys))
                .diagnostics()
                .get(0);
    }

    @Test
    void keepLastIsAdvisedOnlyIfItIsAKey() {
        assertThat(problem("key keep_last keepLast int default 3", 5).label())
                .isEqualTo("free some space, lower keep_last, or start the run in a folder on another disk");
        assertThat(problem("key save_every saveEvery int default 0", 5).label())
                .isEqualTo("free some space, or write 0, which saves only at the end");
    }

    @Test
    void aRunThatSavesOnlyAtTheEndNeedsAnotherDisk() {
        Diagnostic problem = problem("key save_every saveEvery int default 0", 0);
        assertThat(problem.label()).isEqualTo("free some space, or start the run in a folder on another disk");
        assertThat(problem.place().describe()).contains("save_every");
        assertThat(problem.message()).contains("but the disk of " + folder.getParent() + " has ");
    }
}
