package io.alchemi.config.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
    @ParameterizedTest
    @CsvSource({
        "lr, rl",
        "abc, abx",
        "abcd, abxy",
        "abcd, badc",
        "abcdefgh, abcdexyz",
        "batchsize, batch_size",
        "BATCH-SIZE, batch_size",
        "heads, n_heads"
    })
    void aNameOfAFewOtherLettersIsSuggested(String name, String known) {
        assertThat(Suggestion.didYouMean(name, List.of("zzzzzz", known))).isEqualTo("did you mean '" + known + "'?");
    }

    /** The shorter a name, the fewer letters of it may be wrong. */
    @ParameterizedTest
    @CsvSource({"a, bc", "abc, axy", "abc, cab", "abcd, wxyd", "abcdefg, abcdxyz", "abcdefgh, abcdwxyz"})
    void aNameOfManyOtherLettersIsNot(String name, String known) {
        assertThat(Suggestion.didYouMean(name, List.of(known))).isEmpty();
    }

    @Test
    void theClosestNameIsSuggestedAndTheFirstOfThose() {
        assertThat(Suggestion.nearest("abcd", List.of("abxy", "abxd", "abyd"))).isEqualTo("abxd");
        assertThat(Suggestion.nearest("ab", List.of("abx", "ba"))).isEqualTo("abx");
    }

    @Test
    void aTextThatIsTooLongForANameGetsNoSuggestion() {
        String known = "x".repeat(199);

        assertThat(Suggestion.nearest("x".repeat(200), List.of(known))).isEqualTo(known);
        assertThat(Suggestion.nearest("x".repeat(201), List.of(known))).isNull();
    }
}
