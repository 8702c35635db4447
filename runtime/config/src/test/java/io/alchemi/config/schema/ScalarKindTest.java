package io.alchemi.config.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.testing.KindSamples;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScalarKindTest {

    @Test
    void wordsAreDistinct() {
        assertThat(Arrays.stream(ScalarKind.values()).map(ScalarKind::word)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void aKindIsFoundByItsWordAndItsJavaTypes(ScalarKind kind) {
        assertThat(ScalarKind.ofWord(kind.word())).isEqualTo(kind);
        for (Class<?> type : kind.javaTypes()) {
            ScalarKind found = ScalarKind.ofJavaType(type.getName());
            assertThat(found).isEqualTo(kind == ScalarKind.INPUT ? ScalarKind.PATH : kind);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aValueIsOfTheJavaType(ScalarKind kind) {
        assertThat(kind.parse(KindSamples.text(kind))).isInstanceOf(kind.javaType());
        if (kind.regex() != null) {
            assertThat(KindSamples.good(kind))
                    .allSatisfy(sample -> assertThat(kind.parse(sample)).isInstanceOf(kind.javaType()));
        }
    }

    /** What matches must parse: the JSON Schema has only the expression. */
    @ParameterizedTest
    @EnumSource
    void samplesMatchTheExpressionAndNearMissesDoNot(ScalarKind kind) {
        String regex = kind.regex();
        if (regex != null) {
            assertThat(KindSamples.good(kind)).isNotEmpty().allMatch(sample -> Pattern.matches(regex, sample));
            assertThat(KindSamples.near(kind)).isNotEmpty().noneMatch(sample -> Pattern.matches(regex, sample));
        }
    }
}
