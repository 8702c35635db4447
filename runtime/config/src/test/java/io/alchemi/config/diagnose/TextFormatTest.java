package io.alchemi.config.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.text.Document;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.text.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextFormatTest {
    @Test
    void aLongLineIsCutAroundTheProblem() {
        String line = "abcdefghij".repeat(30);
        Document document = new Document(Document.Kind.FILE, "t", "x\r\n" + line + "\nz");

        assertThat(TextFormat.render(at(document, 2, 101, 104)))
                .isEqualTo("t:2:101: error: bad [ALC203]\n  |\n2 | " + line.substring(40, 160) + "\n  | "
                        + " ".repeat(60) + "^^^ fix\n");
        assertThat(TextFormat.render(at(document, 2, 3, 900)))
                .isEqualTo("t:2:3: error: bad [ALC203]\n  |\n2 | " + line.substring(0, 120) + "\n  |   "
                        + "^".repeat(118) + " fix\n");
        assertThat(TextFormat.render(at(document, 2, 299, 310)))
                .isEqualTo("t:2:299: error: bad [ALC203]\n  |\n2 | " + line.substring(238) + "\n  | " + " ".repeat(60)
                        + "^^ fix\n");
    }

    @Test
    void columnsAreCodePointsAndEscapesAreWide() {
        Document document = new Document(Document.Kind.FILE, "t", "\ud83d\ude00\u001bab\ncd");

        assertThat(TextFormat.render(at(document, 1, 3, 4)))
                .isEqualTo("t:1:3: error: bad [ALC203]\n  |\n1 | \ud83d\ude00\\u001bab\n  |         ^ fix\n");
        assertThat(TextFormat.render(at(document, 1, 9, 10)))
                .isEqualTo("t:1:9: error: bad [ALC203]\n  |\n1 | \ud83d\ude00\\u001bab\n  |           ^ fix\n");
        assertThat(TextFormat.render(at(document, 7, 1, 2)))
                .isEqualTo("t:7:1: error: bad [ALC203]\n  |\n7 | \n  | ^ fix\n");
    }

    @Test
    void problemsInOneLineAreRenderedInAnyOrder() {
        Document document = new Document(Document.Kind.FILE, "t", "ab".repeat(100));
        List<Diagnostic> problems = new ArrayList<>();
        StringBuilder alone = new StringBuilder();
        for (int column : List.of(5, 90, 7, 200, 201, 1)) {
            problems.add(at(document, 1, column, column + 2));
            alone.append(alone.isEmpty() ? "" : "\n").append(TextFormat.render(at(document, 1, column, column + 2)));
        }

        assertThat(TextFormat.render(problems, false)).isEqualTo(alone.toString());
    }

    @Test
    void longTextsAreShortened() {
        Document document = new Document(Document.Kind.FILE, "t", "a");
        String text = "x".repeat(10_000);
        Diagnostic problem = new Diagnostic(
                DiagnosticId.WRONG_TYPE, new SourceLocation(document, Span.START), text, text, List.of("short", text));

        assertThat(problem.message()).hasSize(303).isEqualTo("x".repeat(150) + " … " + "x".repeat(150));
        assertThat(problem.label()).hasSize(303);
        assertThat(problem.notes().get(0)).isEqualTo("short");
        assertThat(problem.notes().get(1)).hasSize(3003);
    }

    @Test
    void theFirstFiftyAreShown() {
        Document document = new Document(Document.Kind.FILE, "t", "a");
        List<Diagnostic> problems = new ArrayList<>(Collections.nCopies(50, at(document, 1, 1, 2)));
        assertThat(TextFormat.render(problems, false)).doesNotContain("more");
        problems.add(at(document, 1, 1, 2));
        assertThat(TextFormat.render(problems, false)).endsWith("^ fix\n\n… and 1 more problem\n");
    }

    @Test
    void aLineOfTheLongestLengthIsShownWhole() {
        String line = "abcdefghij".repeat(12);
        Document document = new Document(Document.Kind.FILE, "t", line);

        assertThat(TextFormat.render(at(document, 1, 101, 103)))
                .isEqualTo("t:1:101: error: bad [ALC203]\n  |\n1 | " + line + "\n  | " + " ".repeat(100) + "^^ fix\n");
        assertThat(TextFormat.render(at(new Document(Document.Kind.FILE, "t", line + "k"), 1, 101, 103)))
                .contains("1 | " + line.substring(40) + "k\n");
    }

    @Test
    void errorsAreRedAndWarningsYellow() {
        SourceLocation place = new SourceLocation(new Document(Document.Kind.FILE, "t", "a: 1"), Span.START);
        Diagnostic error = new Diagnostic(DiagnosticId.WRONG_TYPE, place, "bad", "fix");
        Diagnostic warning = new Diagnostic(DiagnosticId.ALIAS, place, "old", "fix");

        assertThat(TextFormat.render(List.of(error, warning), true)
                        .replace("\u001b[", "<")
                        .replace("<0m", ">"))
                .isEqualTo("""
                        <1mt:1:1: ><1;31merror: ><1mbad> [ALC203]
                          |
                        1 | a: 1
                          | <31m^ fix>

                        <1mt:1:1: ><1;33mwarning: ><1mold> [ALC210]
                          |
                        1 | a: 1
                          | <33m^ fix>
                        """);
        assertThat(TextFormat.render(warning)).startsWith("t:1:1: warning: old [ALC210]\n");
    }

    private static Diagnostic at(Document document, int line, int from, int to) {
        Span span = new Span(line, from, line, to);
        return new Diagnostic(DiagnosticId.WRONG_TYPE, new SourceLocation(document, span), "bad", "fix");
    }
}
