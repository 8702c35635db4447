package io.alchemi.config.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.testing.KindSamples;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
            // An annotation turns the type into the other kind.
            assertThat(found)
                    .isEqualTo(
                            kind == ScalarKind.INPUT
                                    ? ScalarKind.PATH
                                    : kind == ScalarKind.SECRET ? ScalarKind.STRING : kind);
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

    /** What {@code config show} writes must load, and be the same value. */
    @ParameterizedTest
    @EnumSource
    void theCanonicalSpellingIsTheSameValue(ScalarKind kind) {
        String regex = kind.regex();
        if (regex != null) {
            assertThat(KindSamples.good(kind)).allSatisfy(sample -> {
                String canonical = kind.canonical(sample);
                assertThat(canonical).matches(regex);
                assertThat(kind.parse(canonical)).isEqualTo(kind.parse(sample));
                assertThat(kind.canonical(canonical)).isEqualTo(canonical);
            });
        }
    }

    /** What a program writes must load, and be the same value. */
    @ParameterizedTest
    @EnumSource
    void theTextOfAValueIsTheSameValue(ScalarKind kind) {
        String regex = kind.regex();
        if (regex != null) {
            assertThat(KindSamples.good(kind)).allSatisfy(sample -> {
                Object value = kind.parse(sample);
                assertThat(ScalarKind.text(value)).matches(regex);
                assertThat(kind.parse(ScalarKind.text(value))).isEqualTo(value);
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DURATION,    PT1H30M,                              1h30m",
        "DURATION,    90m,                                  1h30m",
        "DURATION,    1.5h,                                 1h30m",
        "DURATION,    0m,                                   0s",
        "DURATION,    0.5ms,                                0.5ms",
        "MEMORY_SIZE, 1024MiB,                              1GiB",
        "MEMORY_SIZE, 1.5GB,                                1500MB",
        "MEMORY_SIZE, 0.5KiB,                               512B",
        "MEMORY_SIZE, 0kB,                                  0B",
        "IP_ADDRESS,  0:0:0:0:0:0:0:1,                      ::1",
        "IP_ADDRESS,  2001:DB8:0:0:1:0:0:0,                 2001:db8:0:0:1::",
        "IP_ADDRESS,  1:0:3:4:5:6:7:8,                      1:0:3:4:5:6:7:8",
        "UUID,        123E4567-E89B-12D3-A456-426614174000, 123e4567-e89b-12d3-a456-426614174000",
        "CHARSET,     utf8,                                 UTF-8",
        "LOCALE,      DE-at,                                de-AT",
        "TIME,        12:30:00,                             12:30",
    })
    void equalValuesHaveOneSpelling(ScalarKind kind, String text, String canonical) {
        assertThat(kind.canonical(text)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({"ZONE, Europe/Viena", "ZONE, GMT+25", "CHARSET, UTF-88", "CURRENCY, XQQ", "REGEX, '(a'", "REGEX, '*'"})
    void whatTheJavaRuntimeDoesNotKnowIsNotAccepted(ScalarKind kind, String text) {
        assertThat(kind.rejection(text)).startsWith("must be " + kind.noun());
        assertThat(kind.rejection(KindSamples.text(kind))).isNull();
    }
}
