package io.alchemi.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.layer.ConfigResolver;
import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a message says to write instead is accepted. */
class AdviceTest {
    @Test
    void quotesAreOfferedOnlyWhereTheyHelp() {
        assertThat(labels("train: {name: 5}")).containsExactly("write '5' in quotes");
        assertThat(labels("more: {site: 5}")).containsExactly("write '5' in quotes");
        assertThat(labels("more: {pause: 5}")).containsExactly("write a duration such as 30s, 1.5h, 1h30m or PT1H30M");
        assertThat(labels("more: {day: 2026}")).containsExactly("write a date such as 2026-01-31");
        assertThat(labels("more: {word: 5}")).containsExactly("write a string");
        assertThat(labels("more: {word: 55}")).containsExactly("write '55' in quotes");
    }

    @Test
    void aStringThatIsNoPathIsReportedAtItsKey() {
        assertThat(check("train: {mask_path: \"a\\0b\"}"))
                .extracting(d -> d.id().code() + " " + d.place().span().column() + " " + d.message())
                .containsExactly("ALC312 20 'train.mask_path' is not a path on this system: Nul character not allowed");
    }

    @Test
    void durationsAndSizesSayWhatIsWrong() {
        Schema schema = Schemas.of("""
                record t.Job
                schema test.job
                key pause pause duration default 5s between duration 1s 1h
                key size size memory default 1kB
                key keep keep period default P1D
                """);

        assertThat(ConfigResolver.check(schema, Source.text("t", "pause: 5\nsize: 0.0001kB\n")))
                .extracting(Diagnostic::message)
                .containsExactly(
                        "'pause' must be a duration ≥ 1s and ≤ 1h, written like 30s, 1.5h, 1h30m or PT1H30M, but is the"
                                + " number 5",
                        "'size' is '0.0001kB', but must be 0B or at least one byte");
        assertThat(ConfigResolver.check(
                        schema, Source.text("t", "pause: 106751991167301d\nsize: 8192PiB\nkeep: P2147483648D")))
                .extracting(Diagnostic::message)
                .containsExactly(
                        "'pause' is '106751991167301d', but is too large for a duration such as 30s, 1.5h, 1h30m or PT1H30M",
                        "'size' is '8192PiB', but is too large for a size such as 512MiB, 1.5GB or 4096B",
                        "'keep' is 'P2147483648D', but is too large for a period such as P30D, P2W or P1Y6M");
        assertThat(ConfigResolver.check(
                        schema, Source.text("t", "pause: 99999999999999999999d\nsize: 99999999999999999999B")))
                .extracting(Diagnostic::message)
                .containsExactly(
                        "'pause' is '99999999999999999999d', but is too large for a duration such as 30s, 1.5h, 1h30m or PT1H30M",
                        "'size' is '99999999999999999999B', but is too large for a size such as 512MiB, 1.5GB or 4096B");
    }

    @Test
    void aTypoIsComparedWithKeysThatAreNotSetFirst() {
        Schema schema = Schemas.of("""
                record t.Job
                schema test.job
                key rate rate int default 1
                key rats rats int default 1
                key size size int default 1
                """);

        assertThat(ConfigResolver.check(schema, Source.text("t", "rate: 1\nrat: 2\nsiz: 3\nsize: 4")))
                .extracting(Diagnostic::label)
                .containsExactly("did you mean 'rats'?", "did you mean 'size'?");
        assertThat(ConfigResolver.check(schema, Source.text("t", "rates: 1")))
                .extracting(Diagnostic::label)
                .containsExactly("did you mean 'rate'?");
    }

    @Test
    void aKeyIsSearchedInAllSectionsAlsoOfARecordThatContainsItself() {
        Schema schema = Schemas.of("""
                record t.Root
                schema test.tree
                key root root record t.Node
                key last last record t.Leaf

                record t.Node
                key next next record t.Node nullable
                key leaf leaf record t.Leaf
                key weight weight int default 1

                record t.Leaf
                key color color string default red
                """);

        assertThat(ConfigResolver.check(schema, Source.text("t", "weight: 1\ncolor: blue\nxyzxyzxyz: 2")))
                .extracting(problem -> problem.label() + problem.notes())
                .containsExactly(
                        "did you mean 'root.weight'?[]", "did you mean 'last.color'?[]", "[valid keys: root, last]");
    }

    @Test
    void theDefaultOfAnEnumIsOfferedIfNoConstantIsSimilar() {
        Schema schema = Schemas.of("""
                record t.Job
                schema test.job
                key mode mode enum t.Mode default fast
                key modes modes list enum t.Mode default "[fast]"
                key other other enum t.Mode example slow
                enum t.Mode
                constant FAST fast quick
                constant SLOW slow
                """);

        assertThat(ConfigResolver.check(schema, Source.text("t", "mode: xyzxyz\nmodes: [xyzxyz, quik]\nother: xyzxyz")))
                .extracting(problem -> problem.message() + ": " + problem.label())
                .containsExactly(
                        "'mode' is 'xyzxyz', but must be one of fast | slow: the default is fast",
                        "'modes[0]' is 'xyzxyz', but must be one of fast | slow: ",
                        "'modes[1]' is 'quik', but must be one of fast | slow: did you mean 'quick'?",
                        "'other' is 'xyzxyz', but must be one of fast | slow: ");
    }

    @Test
    void whatIsNotOfTheShapeOfItsTypeIsReportedOnce() {
        Schema schema = Schemas.of("""
                record t.Job
                schema test.job
                key limits limits map int default {}
                key free free list any default []
                key zone zone zone default UTC
                key mode mode enum t.Mode default fast
                enum t.Mode
                constant FAST fast
                """);

        assertThat(ConfigResolver.check(
                        schema, Source.text("t", "limits: 5\nfree: 5\nzone: Europe/Viena\nmode: [fast]")))
                .extracting(problem -> problem.message() + ": " + problem.label())
                .containsExactly(
                        "'limits' must be a mapping, but is the number 5: write 'name: value' indented below it",
                        "'free' must be a list where each item is any value, but is the number 5: write it as [a, b]",
                        "'zone' is 'Europe/Viena', but must be a time zone such as Europe/Vienna or +01:00: did you"
                                + " mean 'Europe/Vienna'?",
                        "'mode' must be one of fast, but is a list: write one of fast");
        assertThat(ConfigResolver.check(schema, Source.text("t", "limits:\nfree:\nzone:\nmode:")))
                .extracting(problem -> problem.message() + ": " + problem.label())
                .containsExactly(
                        "'free' has no value: write a value, or delete the key to use the default []",
                        "'zone' has no value: write a value, or delete the key to use the default UTC",
                        "'mode' has no value: write a value, or delete the key to use the default fast");
        assertThat(ConfigResolver.check(schema, Source.text("t", "zone: Xyzxyz/Xyz")))
                .extracting(Diagnostic::label)
                .containsExactly("the default is UTC");
    }

    private static List<String> labels(String yaml) {
        return check(yaml).stream().map(Diagnostic::label).toList();
    }

    private static List<Diagnostic> check(String yaml) {
        return ConfigResolver.check(Schemas.everything(), Source.text("t.yaml", yaml));
    }
}
