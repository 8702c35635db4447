package io.alchemi.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.TextFormat;
import io.alchemi.config.layer.ConfigResolver;
import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.text.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Documents of megabytes. */
class HostileDocumentTest {
    @TempDir
    Path folder;

    @Test
    void tenMegabytesLoad() throws IOException {
        StringBuilder text = new StringBuilder("train:\n  tags:\n");
        while (text.length() < 10_000_000) {
            text.append("    - ").append("x".repeat(60)).append('\n');
        }
        assertThat(problems(text.toString().getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void seventeenMegabytesAreRefused() throws IOException {
        assertThat(problems(("# " + "x".repeat(17 * 1024 * 1024)).getBytes(StandardCharsets.UTF_8)))
                .containsExactly("ALC307 1:1 the document is larger than 16 MB");
    }

    @Test
    void anAliasBombIsRefused() throws IOException {
        StringBuilder text = new StringBuilder("x-0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            text.append("x-").append(i).append(": &a").append(i).append(" [*a").append(i - 1);
            text.append((", *a" + (i - 1)).repeat(9)).append("]\n");
        }
        assertThat(problems(text.toString().getBytes(StandardCharsets.UTF_8)))
                .containsExactly("ALC307 6:46 more than 1000000 values, including those repeated by aliases");
    }

    @Test
    void aTextThatAliasesRepeatIsRefused() throws IOException {
        String text = "x-a: &a " + "x".repeat(1_000_000) + "\nx-b: [" + "*a, ".repeat(1000) + "]\n";
        assertThat(problems(text.getBytes(StandardCharsets.UTF_8)))
                .containsExactly("ALC307 2:67 more than 16777216 characters, including those repeated by aliases");
    }

    @Test
    void levelsThatAliasesRepeatAreRefused() throws IOException {
        StringBuilder text = new StringBuilder("x-0: &a0 [x]\n");
        for (int i = 1; i < 1000; i++) {
            text.append("x-%d: &a%d [*a%d]\n".formatted(i, i, i - 1));
        }
        assertThat(problems(text.toString().getBytes(StandardCharsets.UTF_8)))
                .containsExactly("ALC307 63:13 nesting is deeper than 64 levels");
    }

    @Test
    void nestingBeyondTheStackIsRefused() {
        String text = "x-a: " + "[".repeat(500_000) + "]".repeat(500_000);
        List<Diagnostic> problems = ConfigResolver.of(
                        Schemas.everything(),
                        List.of(Source.text("t.yaml", text)),
                        new Limits(2_000_000, 1_000_000, 1_000_000))
                .problems();
        assertThat(problems).extracting(Diagnostic::message).containsExactly("nesting is too deep for the stack");
    }

    @Test
    void tenMegabytesOnOneLineLoad() throws IOException {
        String words = "x y ".repeat(2_500_000);
        for (String text : List.of("x-a: " + words, "x-a: [" + words + "]", "x-a: '" + words + "'", "# " + words)) {
            assertThat(problems(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
        }
    }

    @Test
    void aDepthBombIsRefused() throws IOException {
        assertThat(problems(("x-a: " + "[".repeat(100_000)).getBytes(StandardCharsets.UTF_8)))
                .containsExactly("ALC307 1:69 nesting is deeper than 64 levels");
    }

    @Test
    void aNumberOfAMegabyteIsNoNumber() throws IOException {
        String digits = "1".repeat(1_000_000);
        List<Diagnostic> problems = ConfigResolver.check(
                Schemas.everything(),
                Source.text(
                        "t.yaml",
                        "train: {batch_size: 0x" + digits + ", steps: " + digits + ", lr: 0." + digits + "}"));
        assertThat(problems)
                .extracting(d -> d.id().code() + " " + d.place().span().column())
                .containsExactly("ALC203 21", "ALC203 1000032");
        assertThat(TextFormat.render(problems, false)).hasSizeLessThan(3000);
    }

    @Test
    void ofManyMistakesTheFirstAreShown() throws IOException {
        StringBuilder text = new StringBuilder("train:\n");
        for (int i = 0; i < 300_000; i++) {
            text.append("  an_unknown_key_with_a_long_name_").append(i).append(": 1\n");
        }
        List<Diagnostic> problems = ConfigResolver.check(Schemas.everything(), Source.text("t.yaml", text.toString()));
        assertThat(problems).hasSize(10_001);
        assertThat(problems)
                .filteredOn(d -> d.id() == DiagnosticId.LIMIT)
                .extracting(Diagnostic::message)
                .containsExactly("more than 10000 problems; the others are not reported");
        assertThat(TextFormat.render(problems, false))
                .contains("51 |   an_unknown_key_with_a_long_name_49: 1")
                .doesNotContain("an_unknown_key_with_a_long_name_50")
                .endsWith("\n… and 9951 more problems\n")
                .hasSizeLessThan(30_000);
    }

    @Test
    @Timeout(60)
    void manyProblemsInOneLineTakeLinearTime() {
        List<Diagnostic> problems = check("limits: {a: 1}\ntrain: {betas: [" + "x, ".repeat(100_000) + "x]}");
        assertThat(TextFormat.render(problems, false)).contains("more problems").hasSizeLessThan(40_000);
    }

    @Test
    @Timeout(60)
    void longNumbersInASetAreNotParsed() {
        String digits = "1".repeat(400_000);
        Schema set = Schemas.of("record t.Root\nschema t\nkey exact exact set bigdecimal default []");
        assertThat(ConfigResolver.check(set, Source.text("t", "exact: [0." + digits + ", 0." + digits + "]")))
                .extracting(d -> d.id().code())
                .containsExactly("ALC307", "ALC307", "ALC213");
    }

    @Test
    @Timeout(60)
    void manySecretsAreHiddenInLinearTime() {
        Schema mail = Schemas.of("record t.Mail\nschema t\nkey heads heads map secret default {}");
        StringBuilder text = new StringBuilder("heads:\n");
        for (int i = 10_000; i < 30_000; i++) {
            text.append("  h").append(i).append(i % 2 == 0 ? ": [s3cret-" + i + "]\n" : ": s3cret-" + i + "\n");
        }

        List<Diagnostic> problems = ConfigResolver.check(mail, Source.text("t", text.toString()));

        assertThat(problems).hasSize(10_000);
        assertThat(problems.get(0).place().document().text()).doesNotContain("s3cret");
    }

    @Test
    @Timeout(60)
    void secretsThatRepeatACharacterAreHiddenInLinearTime() {
        Schema mail = Schemas.of("record t.Mail\nschema t\nkey token token secret\nkey host host string");
        String text = "token: " + "a".repeat(1_000_000) + "b\nhost: [" + "a".repeat(1_000_000) + "]\n";

        List<Diagnostic> problems = ConfigResolver.check(mail, Source.text("t", text));

        assertThat(problems.get(0).place().document().text()).doesNotContain("aa");
    }

    @Test
    void messagesDoNotHoldWholeValues() {
        List<Diagnostic> problems =
                check("x-a: &a " + "y".repeat(10_000) + "\ntrain: {betas: [" + "*a, ".repeat(1000) + "0.1]}");
        assertThat(problems).hasSize(1000).allMatch(problem -> problem.message().length() < 310);
    }

    private static List<Diagnostic> check(String yaml) {
        return ConfigResolver.check(Schemas.everything(), Source.text("t.yaml", yaml));
    }

    private List<String> problems(byte[] bytes) throws IOException {
        Path file = folder.resolve("t.yaml");
        Files.write(file, bytes);
        return ConfigResolver.check(Schemas.everything(), Source.file(file)).stream()
                .map(d -> d.id().code() + " " + d.place().span().line() + ":"
                        + d.place().span().column() + " " + d.message())
                .toList();
    }
}
