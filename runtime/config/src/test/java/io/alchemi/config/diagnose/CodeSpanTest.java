package io.alchemi.config.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeSpanTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a b       | `a b`",
                "a`b       | `` a`b ``",
                "`a`       | `` `a` ``",
                "a``b`c    | ``` a``b`c ```",
                "a`b``c`d  | ``` a`b``c`d ```",
                "''        | `  `"
            })
    void aSpanHasMoreBackticksThanItsContent(String text, String span) {
        assertThat(CodeSpan.of(text)).isEqualTo(span);
    }

    @Test
    void aSpanIsOneLine() {
        assertThat(CodeSpan.of("a:\n  b")).isEqualTo("`a:   b`");
    }
}
