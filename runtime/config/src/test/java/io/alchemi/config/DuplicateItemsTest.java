package io.alchemi.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.layer.ConfigResolver;
import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.Schema;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Equal items of sets, by the values and not by the notation. ALC213 is for those that an editor sees too, because they are written
 * alike, and ALC304 for the others.
 */
class DuplicateItemsTest {
    private static final Schema SCHEMA = Schemas.of("""
            record t.Root
            schema test.sets
            key strings strings set string default []
            key integers integers set int default []
            key big big set biginteger default []
            key numbers numbers set double default []
            key exact exact set bigdecimal default []
            key booleans booleans set boolean default []
            key durations durations set duration default []
            key zones zones set zone default []
            key modes modes set enum t.Mode default []
            key pairs pairs set list int default []
            key limits limits set map int default []
            key points points set record t.Point default []
            enum t.Mode
            constant FAST fast quick
            constant SLOW slow

            record t.Point
            key x x int
            key y y int default 0
            """);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "strings: [a, b, A, '']",
                "strings: ['1', '1.0', 'true', 'True']",
                "integers: [1, 2, -1]",
                "big: [100000000000000000001, 100000000000000000002]",
                "numbers: [1, 1.5, -1, 0]",
                "booleans: [true, false]",
                "durations: [60s, 61s]",
                "zones: [UTC, Z]",
                "modes: [fast, slow]",
                "pairs: [[1, 2], [2, 1], [1], [], [12]]",
                "limits: [{a: 1}, {b: 1}, {a: 2}, {}, {a: 1, b: 1}]",
                "points: [{x: 1}, {x: 0, y: 1}]"
            })
    void differentItems(String yaml) {
        assertThat(check(yaml)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "strings: [a, b, 'a']            | ALC213 1:17",
                "integers: [1, 2, 1]             | ALC213 1:18",
                "integers: [16, 0x10]            | ALC304 1:16",
                "integers: [1, 1.0]              | ALC304 1:15",
                "numbers: [0.5, 0.50]            | ALC304 1:16",
                "numbers: [1.0, 10e-1]           | ALC304 1:16",
                "exact: [1.5, 15e-1]             | ALC304 1:14",
                "booleans: [true, TRUE]          | ALC304 1:18",
                "booleans: [False, true, false]  | ALC304 1:25",
                "durations: [60s, 1m]            | ALC304 1:18",
                "durations: [60s, 60s]           | ALC213 1:18",
                "modes: [fast, quick]            | ALC304 1:15",
                "modes: [slow, slow]             | ALC213 1:15",
                "pairs: [[1, 2], [1, 2]]         | ALC213 1:17",
                "pairs: [[1, 2], [1, 2.0]]       | ALC304 1:17",
                "pairs: [[], []]                 | ALC213 1:13",
                "limits: [{a: 1, b: 2}, {b: 2, a: 1}] | ALC304 1:24",
                "points: [{x: 1, y: 0}, {x: 1}]  | ALC304 1:24"
            })
    void equalItems(String yaml, String problem) {
        assertThat(check(yaml)).containsExactly(problem);
    }

    /** What is no value of its type is equal to what is written alike, so that both problems can be mended in one go. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "modes: [x, y, x]          | ALC205 1:9, ALC205 1:12, ALC205 1:15, ALC213 1:15",
                "durations: [x, y, x]      | ALC206 1:13, ALC206 1:16, ALC206 1:19, ALC213 1:19",
                "zones: [Xy/Z, Xy/Y, Xy/Z] | ALC317 1:9, ALC317 1:15, ALC317 1:21, ALC213 1:21",
                "numbers: [.inf, -.inf, .inf] | ALC302 1:11, ALC302 1:17, ALC302 1:24, ALC213 1:24",
                "numbers: [1e999, 1e999]   | ALC302 1:11, ALC302 1:18, ALC213 1:18",
                "numbers: [null, a, null]  | ALC207 1:11, ALC203 1:17, ALC207 1:20, ALC213 1:20",
                "booleans: [yes, no, yes]  | ALC203 1:12, ALC203 1:17, ALC203 1:21, ALC213 1:21"
            })
    void invalidItems(String yaml, String problems) {
        assertThat(String.join(", ", check(yaml))).isEqualTo(problems);
    }

    private static List<String> check(String yaml) {
        return ConfigResolver.check(SCHEMA, Source.text("t", yaml)).stream()
                .map(problem ->
                        problem.id().code() + " " + problem.place().span().line() + ":"
                                + problem.place().span().column())
                .toList();
    }
}
