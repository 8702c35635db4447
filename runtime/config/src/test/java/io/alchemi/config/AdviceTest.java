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
                """);

        assertThat(ConfigResolver.check(schema, Source.text("t", "pause: 5\nsize: 0.0001kB\n")))
                .extracting(Diagnostic::message)
                .containsExactly(
                        "'pause' must be a duration ≥ 1s and ≤ 1h, written like 30s, 1.5h, 1h30m or PT1H30M, but is the"
                                + " number 5",
                        "'size' is '0.0001kB', but must be 0B or at least one byte");
        assertThat(ConfigResolver.check(schema, Source.text("t", "pause: 99999999999d\nsize: 99999999PiB\n")))
                .extracting(Diagnostic::message)
                .containsExactly(
                        "'pause' is '99999999999d', but is too large for a duration such as 30s, 1.5h, 1h30m or PT1H30M",
                        "'size' is '99999999PiB', but is too large for a size such as 512MiB, 1.5GB or 4096B");
    }

    private static List<String> labels(String yaml) {
        return check(yaml).stream().map(Diagnostic::label).toList();
    }

    private static List<Diagnostic> check(String yaml) {
        return ConfigResolver.check(Schemas.everything(), Source.text("t.yaml", yaml));
    }
}
