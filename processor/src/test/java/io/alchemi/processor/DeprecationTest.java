package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import io.alchemi.config.generated.RecordBinder;
import io.alchemi.config.schema.EnumSchema.Constant;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Where the reason of a deprecated key comes from. */
class DeprecationTest {
    @Test
    void theReasonIsThatOfTheAccessorOrElseOfTheRecordsComment() throws Exception {
        Compilation compilation = Compile.compile("""
                package lab;

                import io.alchemi.schema.*;

                /**
                 * A record.
                 *
                 * @param fine may be used
                 * @param line in lines. Deprecated: write 'fine'.
                 * @param accessor in pixels. Deprecated: not shown
                 * @param silent has no reason
                 * @param word Deprecated: no, only a word
                 */
                @SuppressWarnings("deprecation")
                @ConfigSchema(id = "old")
                record Old(
                        @Default("1") int fine,
                        @Default("1") @Deprecated int line,
                        @Default("1") int accessor,
                        @Default("1") @Deprecated int silent,
                        @Default("1") int word) {
                    /**
                     * Old.
                     *
                     * @return the number
                     * @deprecated write 'fine' or
                     *     nothing.
                     */
                    @Deprecated
                    public int accessor() {
                        return accessor;
                    }

                    @Rule("they differ")
                    static boolean differ(int line, int accessor) {
                        return line != accessor;
                    }
                }
                """);

        assertThat(Compile.errors(compilation)).isEmpty();
        assertThat(compilation.warnings()).isEmpty();
        Schema schema = ((RecordBinder<?>) new CompiledClasses(compilation).instance("lab.OldSchema")).schema();
        RecordSchema record = schema.root();
        assertThat(key(record, "fine").deprecated()).isNull();
        assertThat(key(record, "line").deprecated()).isEqualTo("write 'fine'");
        assertThat(key(record, "accessor").deprecated()).isEqualTo("write 'fine' or nothing");
        assertThat(key(record, "silent").deprecated()).isEmpty();
        assertThat(key(record, "word").deprecated()).isNull();
        assertThat(schema.docs(record).ofKey("line")).isEqualTo("in lines.");
        assertThat(schema.docs(record).ofKey("accessor")).isEqualTo("in pixels.");
        assertThat(schema.docs(record).ofKey("word")).isEqualTo("Deprecated: no, only a word");
    }

    @Test
    void theReasonOfAConstantIsThatOfItsComment() throws Exception {
        Compilation compilation = Compile.compile("""
                package lab;

                import io.alchemi.schema.*;

                /**
                 * A record.
                 *
                 * @param way how
                 */
                @ConfigSchema(id = "ways")
                record Ways(@Default("fast") Way way) {
                    enum Way {
                        /** Fast. */
                        FAST,
                        /**
                         * Slow.
                         *
                         * @deprecated use 'fast'.
                         */
                        @Deprecated SLOW,
                        /** Late. Deprecated: too late */
                        @Deprecated LATE,
                        @Deprecated LAST
                    }
                }
                """);

        assertThat(Compile.errors(compilation)).isEmpty();
        Schema schema = ((RecordBinder<?>) new CompiledClasses(compilation).instance("lab.WaysSchema")).schema();
        assertThat(schema.root().enums().get(0).constants())
                .extracting(Constant::deprecated)
                .containsExactly(null, "use 'fast'", "too late", "");
        assertThat(schema.docs(schema.root()).ofConstant("lab.Ways.Way", "slow"))
                .isEqualTo("Slow. Deprecated: use 'fast'.");
    }

    private static KeySchema key(RecordSchema record, String name) {
        return Objects.requireNonNull(record.key(name));
    }
}
