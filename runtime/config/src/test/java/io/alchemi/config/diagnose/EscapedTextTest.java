package io.alchemi.config.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EscapedTextTest {
    @ParameterizedTest
    @ValueSource(
            chars = {
                0, 0x1b, 0x1f, 0x7f, 0x80, 0x9f, 0x200b, 0x200f, 0x2028, 0x202e, 0x2066, 0x2069, 0xfeff, 0xfffe, 0xffff
            })
    void aCharacterThatChangesWhatATerminalShowsIsEscaped(char hidden) {
        String escape = String.format("\\u%04x", (int) hidden);

        assertThat(EscapedText.of(String.valueOf(hidden))).isEqualTo(escape);
        assertThat(EscapedText.of("a" + hidden + "b")).isEqualTo("a" + escape + "b");
    }

    @ParameterizedTest
    @ValueSource(chars = {' ', '~', 0xa0, 0x200a, 0x2010, 0x2027, 0x202f, 0x2065, 0x206a, 0xfefe, 0xff00, 0xfffd})
    void itsNeighboursAreShown(char visible) {
        assertThat(EscapedText.of("a" + visible + "b\u0000")).isEqualTo("a" + visible + "b\\u0000");
    }

    @Test
    void linesAndTabsAreEscapedAsInYaml() {
        assertThat(EscapedText.of("a\nb\tc\r")).isEqualTo("a\\nb\\tc\\u000d");
    }

    @Test
    void onlyASurrogateWithoutItsPairIsEscaped() {
        assertThat(EscapedText.of("\ud83d\ude00")).isEqualTo("\ud83d\ude00");
        assertThat(EscapedText.of("\ude00a\ud83d")).isEqualTo("\\ude00a\\ud83d");
        assertThat(EscapedText.of("\ud83d\ud83d\ude00\ude00")).isEqualTo("\\ud83d\ud83d\ude00\\ude00");
        assertThat(EscapedText.of("\ud83da\ude00")).isEqualTo("\\ud83da\\ude00");
    }
}
