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
            a++                → ++
            a*+b               → *+
            a{2,3}+            → {2,3}+
            a?+                → ?+
            (?<=b)?a           → (?<=…)?
            (?=a)+a            → (?=…)+
            ((?!b){2}a)        → (?!…){
            ^*a                → ^*
            a$?                → $?
            ]|a                → ]
            a|{2}b             → {2}
            a{2}{3}            → {2}{
            [\\w-z]            → \\w-
            [\\p{L}-z]         → \\p{L}-
            (a)?b\\1           → \\1
            (?:(a)|b)*\\1|a    → \\1
            (a|b\\1)+          → \\1
            (a)\\2             → \\2
            (a)\\10            → \\1
            (?!(a))\\1         → \\1
            (a)|\\1            → \\1
            (?:a|(b))\\1       → \\1
            (?<=(a+))\\1       → \\1
            (?:(a)b){0,2}\\1   → \\1
            (a\\1)             → \\1
            (a?){2}\\1         → \\1
            (?:(a*)b?)+\\1     → \\1
            (?<x>a)*\\k<x>     → \\k
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
    @CsvSource(delimiter = '→', textBlock = """
            (?i)cpu → List both cases, [aA], or use an enum with @IgnoreCase
            (?s)a.* → Remove the flag, and write (?:.|\\\\n) for a '.' that also matches a line break
            (?x) a  → Remove the flag, with the spaces and comments that it allows
            (?m)^a$ → Remove the flag
            \\Qa\\E   → Escape each special character instead, a\\\\.b
            a\\-b    → Remove the backslash
            a\\_b    → Remove the backslash
            a++     → Remove the last '+', which makes the quantifier possessive
            a\\s    → Write the characters themselves, in brackets if there are several: [ \\\\t]
            a\\S    → List the characters that do not match in brackets: [^ \\\\t]
            a\\e    → Write the character itself, or its code in hexadecimal, \\\\x1B
            """)
    void theAdviceFitsThePart(String pattern, String instead) {
        Pattern.compile(pattern);

        assertThat(PortablePattern.foreign(pattern))
                .isNotNull()
                .extracting(Foreign::instead)
                .isEqualTo(instead);
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
                "(?:a)(?=b)(?!c)(?<=d)(?<!e)",
                "(a)(?:b)(?<name>[cd])\\k<name>\\1|e",
                "('|\")[a-z]*\\1",
                "(?=(x))\\1(x)\\2",
                "x|(a)\\1",
                "((a)|b)\\1",
                "[\\w-][\\d\\-a][a-z-]",
                "\\d+\\.\\w*\\p{L}\\p{Lu}\\P{N}\\x41\\u0041\\t[a\\-z]\\/",
                "",
            })
    void whatBothReadAlikeIsFine(String pattern) {
        Pattern.compile(pattern);

        assertThat(PortablePattern.foreign(pattern)).isNull();
    }
}
