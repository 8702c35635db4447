package io.alchemi.config.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.Limits;
import io.alchemi.config.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyntaxWordingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: @daily|1:4 a string cannot start with ''@'': put the string in quotes",
                "a: `date`|1:4 a string cannot start with ''`'': put the string in quotes",
                "a: */5 * * * *|1:4 ''*'' refers to an anchor, but no name follows: put the string in quotes",
                "a: * 5 * * *|1:4 ''*'' refers to an anchor, but no name follows: put the string in quotes"
            })
    void aStringThatNeedsQuotesIsNamed(String yaml, String expected) {
        Diagnostics problems = new Diagnostics();
        YamlReader.read(new Document(Document.Kind.FILE, "t.yaml", yaml), Limits.DEFAULT, problems);

        assertThat(problems.sorted())
                .extracting(d -> d.place().span().line() + ":"
                        + d.place().span().column() + " " + d.message() + ": " + d.label())
                .containsExactly(expected.replace("''", "'"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 8, 0x0b, 0x1b, 0x1f, 0x7f, 0x80, 0x84, 0x86, 0x9f, 0xfffe, 0xffff})
    void aControlCharacterIsNamedByItsCode(int c) {
        String escape = String.format(c > 0xff ? "\\u%04x" : "\\x%02x", c);

        assertThat(problem("a: \ud83d\ude00" + (char) c))
                .isEqualTo("1:5-6 control character U+" + String.format("%04X", c)
                        + " is not allowed in YAML: delete it, or escape it in double quotes as \"" + escape + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t", " ", "~", "\u00a0", "\ud7ff", "\ue000", "\ufffd", "\ud800\udc00", "\udbff\udfff"})
    void otherCharactersAreAllowed(String text) {
        Diagnostics problems = new Diagnostics();
        YamlReader.read(new Document(Document.Kind.FILE, "t", "a: 'b" + text + "c'"), Limits.DEFAULT, problems);

        assertThat(problems.sorted()).isEmpty();
    }

    @Test
    void linesEndAtLineFeedsAndCarriageReturns() {
        assertThat(problem("a: 1\nb: @")).startsWith("2:4-5 ");
        assertThat(problem("a: 1\r\nb: @")).startsWith("2:4-5 ");
        assertThat(problem("a: 1\rb: @")).startsWith("2:4-5 ");
        assertThat(problem("a: 1\r\r\n\nb: \u0007")).startsWith("4:4-5 ");
        assertThat(problem("a: \"\ud83d\ude00\ud83d\ude00\\q\"")).startsWith("1:7-8 invalid escape sequence");
    }

    private static String problem(String yaml) {
        Diagnostics problems = new Diagnostics();
        YamlReader.read(new Document(Document.Kind.FILE, "t.yaml", yaml), Limits.DEFAULT, problems);
        assertThat(problems.sorted()).hasSize(1);
        Diagnostic problem = problems.sorted().get(0);
        Span span = problem.place().span();
        return span.line() + ":" + span.column() + "-" + span.endColumn() + " " + problem.message() + ": "
                + problem.label();
    }
}
