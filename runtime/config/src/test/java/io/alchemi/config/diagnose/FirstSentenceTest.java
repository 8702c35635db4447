package io.alchemi.config.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FirstSentenceTest {

    @Test
    void aSentenceEndsWhereTheNextBegins() {
        assertThat(FirstSentence.of("Step size. Scaled later.")).isEqualTo("Step size.");
        assertThat(FirstSentence.of("is it? Yes")).isEqualTo("is it?");
        assertThat(FirstSentence.of("no end")).isEqualTo("no end");
        assertThat(FirstSentence.of("the end.")).isEqualTo("the end.");
        assertThat(FirstSentence.of("")).isEmpty();
    }

    @Test
    void aPointInsideASentenceDoesNotEndIt() {
        assertThat(FirstSentence.of("at most 0.5 of e.g. `a. B`, or so. More"))
                .isEqualTo("at most 0.5 of e.g. `a. B`, or so.");
        assertThat(FirstSentence.of("`a. B` is it. More")).isEqualTo("`a. B` is it.");
        assertThat(FirstSentence.of("... Then this. More")).isEqualTo("... Then this.");
    }

    @Test
    void aParagraphEndsTheSentenceAndALineDoesNot() {
        assertThat(FirstSentence.of("one\n  two\n\nthree")).isEqualTo("one two");
        assertThat(FirstSentence.of(" \n one\n")).isEqualTo("one");
    }

    @Test
    void plainTextHasNoMarksOfCode() {
        assertThat(FirstSentence.plain("see `global.seed`. More")).isEqualTo("see global.seed.");
    }
}
