package io.alchemi.command.arguments;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.schema.ConfigRecord;
import io.alchemi.schema.Default;
import io.alchemi.schema.Flag;
import io.alchemi.schema.Range;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The help of the options of a command. */
class HelpTest {
    /**
     * Options.
     *
     * @param speed how fast
     * @param pause time between two attempts
     * @param size how large
     * @param name what it is called
     * @param output where it is written
     * @param retries attempts
     */
    @ConfigRecord
    record Options(
            @Flag @Nullable Speed speed,
            @Flag @Nullable Duration pause,
            @Flag @Nullable @Range(min = 1) Integer size,
            @Flag @Nullable String name,
            @Flag @Nullable Path output,
            @Flag @Default("3") int retries) {}

    /** A speed. */
    enum Speed {
        /** Not fast. */
        SLOW,
        /** Faster than fast. */
        VERY_FAST
    }

    @Test
    void anOptionThatMayBeLeftOutShowsItsValues() {
        FlagTable flags = new FlagTable(HelpTest_OptionsSchema.INSTANCE.schema());

        assertThat(new Help("Try.", "try").flags("Options", flags).toString()).isEqualTo("""
                Try.

                Usage: try

                Options:
                  --speed NAME   how fast (slow | very_fast)
                  --pause PAUSE  time between two attempts (duration such as 30s)
                  --size N       how large (integer ≥ 1)
                  --name NAME    what it is called
                  --output PATH  where it is written
                  --retries N    attempts (integer, default 3)
                """);
    }

    @Test
    void aLongSummaryIsWrapped() {
        assertThat(new Help("word ".repeat(30) + "end.", "try").toString())
                .startsWith("word ".repeat(20).strip() + "\n" + "word ".repeat(10) + "end.\n\nUsage: try\n");
    }
}
