package io.alchemi.config.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documentation in Markdown as messages and help texts show it. */
class PlainMarkdownTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the key `lr`               | the key lr",
                "a `a*b*` c                 | a a*b* c",
                "``x`y`` and `z`            | x`y and z",
                "a `` `x` `` b              | a `x` b",
                "(` x `)                    | ( x )",
                "*very* large               | very large",
                "a **very** large           | a very large",
                "(*so*), **so**             | (so), so",
                "*a `b`*                    | a b",
                "see [the docs](https://x/) | see the docs",
                "[a](b) and [c](d).         | a and c.",
                "[a] [b](c)                 | [a] b",
                "[*a* `b`](c)               | a b"
            })
    void marksAreStripped(String markdown, String plain) {
        assertThat(FirstSentence.plain(markdown)).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "an open ` mark",
                "an open `` mark",
                "an open * mark",
                "2 * 3 * 4",
                "2*3*4",
                "(* 3*)",
                "(*2 *)",
                "*a*b",
                "a*b*",
                "1*b*",
                "*.yaml and *.yml",
                "****",
                "x[1] of y",
                "x[1](y",
                "(x) of y]"
            })
    void whatIsNoMarkStays(String text) {
        assertThat(FirstSentence.plain(text)).isEqualTo(text);
    }
}
