package io.alchemi.config.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.Limits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
