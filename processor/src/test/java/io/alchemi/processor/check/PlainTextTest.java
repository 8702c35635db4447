package io.alchemi.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "adam",
                "adam w",
                "cuda:0",
                "a-b",
                "-x",
                "a#b",
                "?x",
                "...x",
                "1e",
                "+",
                "50 %",
                "é",
                "nulls",
                "yes",
                "a@b",
                "<=",
                "2026-01-31"
            })
    void aNameThatNeedsNoQuotesIsPlain(String text) {
        assertThat(PlainText.is(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", " x", "x ", "x\ty", "x\ny", "null", "~", "true", "1", "1e3", ".inf", "0x1f", "#", "#x", "a #b",
                "*x", "&x", "&x y", "!x", "[x", "x]", "{x", "a, b", "%p", "@x", "`x", "- x", "-", "? x", "?", ":",
                "a: b", "a:", "|", ">", "'x", "'x'", "\"x\"", "---", "...", "<<"
            })
    void aNameThatYamlReadsOtherwiseIsNotPlain(String text) {
        assertThat(PlainText.is(text)).isFalse();
    }
}
