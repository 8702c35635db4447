package io.alchemi.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.layer.ConfigResolver;
import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers at the limits of their types and of their keys, and what to write instead of those that are none. */
class NumbersTest {
    private static final Schema SCHEMA = Schemas.of("""
            record t.Root
            schema test.numbers
            key byte byte byte default 0
            key short short short default 0
            key int int int default 0
            key long long long default 0
            key big big biginteger default 0
            key float float float default 0
            key double double double default 0
            key exact exact bigdecimal default 0 max 1
            key most most long default 0 max 9007199254740992
            key even even biginteger default 0 multipleof 2
            """);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "byte: -128",
                "byte: 127",
                "short: -32768",
                "short: 32767",
                "int: -2147483648",
                "int: 2147483647",
                "int: -0",
                "long: -9223372036854775808",
                "long: 9223372036854775807",
                "big: 9223372036854775808",
                "big: -9223372036854775809",
                "float: 3.4028234e38",
                "double: 1.7976931348623157e308",
                "exact: 1.0",
                "exact: -1e999",
                "most: 9007199254740992",
                "most: -9007199254740993",
                "even: 18014398509481984"
            })
    void numbersWithinTheLimits(String yaml) {
        assertThat(check(yaml)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "byte: -129 | 'byte' is -129, but must be at least -128",
                "byte: 128 | 'byte' is 128, but must be at most 127",
                "int: -2147483649 | 'int' is -2147483649, but must be at least -2147483648",
                "int: 2147483648 | 'int' is 2147483648, but must be at most 2147483647",
                "int: -1e30 | 'int' is -1e30, but must be at least -2147483648",
                "long: -9223372036854775809 | 'long' is -9223372036854775809, but must be at least -9223372036854775808",
                "long: 9223372036854775808 | 'long' is 9223372036854775808, but must be at most 9223372036854775807",
                "float: 3.5e38 | 'float' must be finite, but is 3.5e38",
                "double: 1.8e308 | 'double' must be finite, but is 1.8e308",
                "exact: 1.00000000000000000001 | 'exact' is 1.00000000000000000001, but must be ≤ 1",
                "most: 9007199254740993 | 'most' is 9007199254740993, but must be ≤ 9007199254740992",
                "even: 18014398509481985 | 'even' is 18014398509481985, but must be divisible by 2",
                "even: 3 | 'even' is 3, but must be divisible by 2"
            })
    void numbersBeyondTheLimits(String yaml, String message) {
        assertThat(check(yaml))
                .extracting(line -> line.replaceAll(": [^:]*$", ""))
                .containsExactly(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "int: many       | write an integer",
                "int: 'many'     | write an integer",
                "int: '5'        | remove the quotes",
                "double: '.5'    | remove the quotes",
                "int: 1_000      | write 1000",
                "double: 1_0.5   | write 10.5",
                "int: a_b        | write an integer",
                "int: 0b101      | write 5",
                "int: 0b12       | write an integer",
                "int: 1.5        | write an integer",
                "int: .inf       | write an integer",
                "big: 1.5        | write an integer",
                "int: 010        | write 10, or 0o10 for 8",
                "int: 00         | write 0, or 0o0 for 0",
                "int: 0007       | write 7, or 0o7 for 7",
                "int: 08         | write 8",
                "int: +010       | write +10",
                "int: -00        | write -0",
                "double: 01.5    | write 1.5",
                "double: 0x1F    | write the number in decimal",
                "double: fast    | write a number"
            })
    void theNumberToWriteInstead(String yaml, String label) {
        assertThat(check(yaml)).singleElement().asString().endsWith(": " + label);
    }

    @Test
    void onlyWhatMayBeANumberIsRewritten() {
        String ones = "1".repeat(62);
        assertThat(check("int: 0b" + ones)).singleElement().asString().endsWith(": write 4611686018427387903");
        assertThat(check("int: 0b1" + ones)).singleElement().asString().endsWith(": write an integer");
        String digits = "1".repeat(98);
        assertThat(check("int: 1_" + digits)).singleElement().asString().endsWith(": write 1" + digits);
        assertThat(check("int: 1_1" + digits)).singleElement().asString().endsWith(": write an integer");
    }

    @Test
    void numbersOfTooManyDigits() {
        String digits = "1".repeat(401);
        assertThat(check("int: " + digits))
                .singleElement()
                .asString()
                .endsWith(": write an integer of at most 2147483647");
        assertThat(check("int: 1." + "0".repeat(4000)))
                .singleElement()
                .asString()
                .endsWith(": write an integer");
        assertThat(check("big: 1" + "0".repeat(399))).isEmpty();
        for (String big : List.of(digits, "1e400", "0x" + "1".repeat(4000))) {
            assertThat(check("big: " + big)).containsExactly("'big' has too many digits: write a smaller number");
        }
        assertThat(check("exact: 0." + "1".repeat(4000)))
                .containsExactly("'exact' has too many digits: write a smaller number");
    }

    private static List<String> check(String yaml) {
        return ConfigResolver.check(SCHEMA, Source.text("t", yaml)).stream()
                .map(problem -> problem.message() + ": " + problem.label())
                .toList();
    }
}
