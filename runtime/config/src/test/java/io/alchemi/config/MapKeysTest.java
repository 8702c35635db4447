package io.alchemi.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.layer.ConfigResolver;
import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.Schema;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of maps that are not any strings. */
class MapKeysTest {
    private static final Schema SCHEMA = Schemas.of("""
            record t.Root
            schema test.keys
            key bytes bytes keyedmap byte int default {}
            key longs longs keyedmap long int default {}
            key ids ids keyedmap uuid int default {}
            key paths paths keyedmap path int default {}
            key modes modes enummap t.Mode int default "{slow: 0}" minlength 1
            enum t.Mode
            constant FAST fast quick
            constant SLOW slow
            """);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes: {-128: 1, -1: 1, 0: 1, '7': 1, 127: 1}",
                "longs: {-9223372036854775808: 1, 9223372036854775807: 1}",
                "ids: {123e4567-e89b-12d3-a456-426614174000: 1, 123e4567-e89b-12d3-a456-426614174001: 1}",
                "paths: {a/b: 1, a: 1, '5': 1, true: 1}",
                "modes: {quick: 1, slow: 1}"
            })
    void validKeys(String yaml) {
        assertThat(check(yaml)).isEmpty();
    }

    /** An editor refuses only what is no number: JSON Schema cannot limit the size and the notation of a key. */
    @ParameterizedTest
    @CsvSource({
        "-129, ALC317",
        "128, ALC317",
        "0x10, ALC317",
        "007, ALC317",
        "+1, ALC317",
        "-0, ALC317",
        "1e1, ALC317",
        "1.5, ALC317",
        ".inf, ALC317",
        "one, ALC206",
        "true, ALC206"
    })
    void aNumberThatIsNoKey(String key, String id) {
        Diagnostic problem = only("bytes: {0: 1, " + key + ": 1}");

        assertThat(problem.id().code()).isEqualTo(id);
        assertThat(problem.message()).isEqualTo("'" + key + "' is not a valid key of 'bytes'");
        assertThat(problem.label()).isEqualTo("write a decimal integer from -128 to 127");
        assertThat(problem.key()).isEqualTo("bytes." + key);
        assertThat(problem.place().span().column()).isEqualTo(15);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "-9223372036854775809", "100000000000000000000000"})
    void aNumberBeyondALongIsNoKey(String key) {
        Diagnostic problem = only("longs: {" + key + ": 1}");

        assertThat(problem.id().code()).isEqualTo("ALC317");
        assertThat(problem.label())
                .isEqualTo("write a decimal integer from -9223372036854775808 to 9223372036854775807");
    }

    @Test
    void aStringThatIsNoKey() {
        assertThat(check("ids: {abc: 1}"))
                .containsExactly("ALC206 'abc' is not a valid key of 'ids': write a UUID such as"
                        + " 123e4567-e89b-12d3-a456-426614174000");
        assertThat(check("paths: {'': 1}")).containsExactly("ALC206 '' is not a valid key of 'paths': write a path");
        assertThat(check("paths: {\"a\\0b\": 1}"))
                .containsExactly("ALC317 'a\0b' is not a valid key of 'paths': write another path");
        assertThat(check("modes: {fas: 1}"))
                .containsExactly("ALC205 'fas' is not a valid key of 'modes': did you mean 'fast'?");
        assertThat(check("modes: {zzzzzz: 1}"))
                .containsExactly("ALC205 'zzzzzz' is not a valid key of 'modes': valid keys: fast, slow");
    }

    @Test
    void twoSpellingsOfOneKey() {
        String id = "123e4567-e89b-12d3-a456-426614174000";
        assertThat(check("ids: {" + id + ": 1, " + id.toUpperCase(Locale.ROOT) + ": 2}"))
                .containsExactly("ALC304 '" + id + "' and '123E4567-E89B-12D3-A456-426614174000' are the same key of"
                        + " 'ids': delete one of them");
        assertThat(check("paths: {a/b: 1, a//b: 2}"))
                .containsExactly("ALC304 'a/b' and 'a//b' are the same key of 'paths': delete one of them");
        assertThat(check("modes: {fast: 1, quick: 2}"))
                .containsExactly("ALC304 'fast' and 'quick' are the same key of 'modes': delete one of them");
    }

    @Test
    void aMapIsCheckedAsAWholeToo() {
        assertThat(check("modes: {}")).containsExactly("ALC212 'modes' has 0 entries, but must have at least 1: ");
        assertThat(check("bytes: [1]"))
                .containsExactly(
                        "ALC203 'bytes' must be a mapping, but is a list: write 'name: value' indented below it");
        assertThat(check("bytes: {1: x}"))
                .containsExactly("ALC203 'bytes.1' must be an integer, but is the string 'x': write an integer");
    }

    private static Diagnostic only(String yaml) {
        List<Diagnostic> problems = ConfigResolver.check(SCHEMA, Source.text("t", yaml));
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    private static List<String> check(String yaml) {
        return ConfigResolver.check(SCHEMA, Source.text("t", yaml)).stream()
                .map(problem -> problem.id().code() + " " + problem.message() + ": " + problem.label())
                .toList();
    }
}
