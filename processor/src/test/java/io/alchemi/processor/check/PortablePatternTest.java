package io.alchemi.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.processor.check.PortablePattern.Foreign;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortablePatternTest {
    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            (?i)cpu            → (?i…
            (?s:a)             → (?s…
            (?>a|b)c           → (?>
            a++                → +
            a*+b               → +
            a{2,3}+            → +
            a?+                → +
            \\p{Alpha}+        → \\p{Alpha}
            \\p{IsLatin}       → \\p{IsLatin}
            \\P{javaUpperCase} → \\P{javaUpperCase}
            \\pL               → \\pL
            \\Aa               → \\A
            a\\z               → \\z
            \\Qa.b\\E          → \\Q
            a\\hb              → \\h
            \\x{1F600}         → \\x
            [a-z&&[^aeiou]]    → &&
            [a[bc]]            → [
            \\s+              → \\s
            \\bcpu\\b          → \\b
            [\\s,]            → \\s
            \\p{L1}           → \\p{L1}
            \\p{script=Latin} → \\p{script=Latin}
            a\\-b             → \\-
            a}+b             → }
            []a]               → []
            [^]a]              → []
            """)
    void whatOnlyJavaReadsIsFound(String pattern, String piece) {
        Pattern.compile(pattern);

        assertThat(PortablePattern.foreign(pattern))
                .isNotNull()
                .extracting(Foreign::piece)
                .isEqualTo(piece);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cpu|cuda(:[0-9]+)?|mps",
                "[Aa][Uu][Tt][Oo]",
                "a+?b*?c??d{2,}?",
                "\\++\\[\\]{2}",
                "[+*?{}()&|^$.-]+",
                "[\\]\\[\\\\]+",
                "(?:a)(?=b)(?!c)(?<=d)(?<!e)(?<name>f)\\k<name>",
                "\\d+\\.\\w*\\p{L}\\p{Lu}\\P{N}\\x41\\u0041\\t[a\\-z]\\/",
                "",
            })
    void whatBothReadAlikeIsFine(String pattern) {
        Pattern.compile(pattern);

        assertThat(PortablePattern.foreign(pattern)).isNull();
    }
}
