package io.alchemi.config.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.text.Document;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.text.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticsTest {
    private static final Document FIRST = new Document(Document.Kind.FILE, "first", "a: 1");
    private static final Document SECOND = new Document(Document.Kind.FILE, "second", "a: 1");

    @Test
    void aDocumentKeepsItsFirstRank() {
        Diagnostics problems = new Diagnostics();
        for (Document document : List.of(SECOND, FIRST, SECOND, FIRST)) {
            problems.register(document);
        }
        problems.add(problem(FIRST, 1, 1));
        problems.add(problem(SECOND, 2, 3));
        problems.add(problem(SECOND, 2, 1));
        problems.add(problem(SECOND, 1, 9));

        assertThat(problems.documents()).containsExactly(SECOND, FIRST);
        assertThat(problems.sorted())
                .extracting(problem -> problem.place().describe())
                .containsExactly("second:1:9", "second:2:1", "second:2:3", "first:1:1");
    }

    @Test
    void onlyAnErrorIsAnError() {
        Diagnostics problems = new Diagnostics();
        problems.add(problem(DiagnosticId.ALIAS, "old", "a", List.of()));
        assertThat(problems.hasErrors()).isFalse();

        problems.add(problem(DiagnosticId.SYNTAX, "bad", "a", List.of()));
        problems.add(problem(DiagnosticId.ALIAS, "old too", "a", List.of()));
        assertThat(problems.hasErrors()).isTrue();
    }

    @Test
    void aProblemIsReportedOnce() {
        Diagnostics problems = new Diagnostics();
        Diagnostic first = problem(DiagnosticId.SYNTAX, "bad", "fix", List.of("note"));
        List<Diagnostic> others = List.of(
                problem(DiagnosticId.LIMIT, "bad", "fix", List.of("note")),
                problem(DiagnosticId.SYNTAX, "worse", "fix", List.of("note")),
                problem(DiagnosticId.SYNTAX, "bad", "fix it", List.of("note")),
                problem(DiagnosticId.SYNTAX, "bad", "fix", List.of("other")),
                first.at("key"),
                new Diagnostic(
                        DiagnosticId.SYNTAX, new SourceLocation(SECOND, Span.START), "bad", "fix", List.of("note")));
        problems.add(first);
        others.forEach(problems::add);
        problems.add(new Diagnostic(
                first.id(),
                first.place(),
                first.key(),
                first.message(),
                first.label(),
                first.notes(),
                new IllegalStateException()));

        assertThat(problems.sorted()).hasSize(7).contains(first).containsAll(others);
        assertThat(others).doesNotContain(first);
        assertThat(first).isNotEqualTo("bad");
    }

    @Test
    void problemsBeyondTheLimitAreCountedAsOne() {
        Diagnostics problems = new Diagnostics();
        for (int line = 1; line <= 10_000; line++) {
            problems.add(problem(FIRST, line, 1));
        }
        assertThat(problems.isFull()).isFalse();
        assertThat(problems.sorted()).hasSize(10_000).doesNotHaveDuplicates();

        problems.add(problem(FIRST, 10_001, 1));
        problems.add(problem(FIRST, 10_002, 1));
        assertThat(problems.isFull()).isTrue();
        List<Diagnostic> sorted = problems.sorted();
        assertThat(sorted).hasSize(10_001);
        assertThat(sorted.get(10_000).message()).isEqualTo("more than 10000 problems; the others are not reported");
        assertThat(sorted.get(10_000).place().describe()).isEqualTo("first:10001:1");
    }

    @Test
    void aKeyInAnUnreadValueIsUnreadToo() {
        Diagnostics problems = new Diagnostics();
        problems.addUnread("train.sub");

        assertThat(List.of("train.sub", "train.sub.lr", "train.sub[0]")).allMatch(problems::isUnread);
        assertThat(List.of("train", "train.substep", "sub", "train.lr")).noneMatch(problems::isUnread);
    }

    private static Diagnostic problem(Document document, int line, int column) {
        SourceLocation place = new SourceLocation(document, new Span(line, column, line, column + 1));
        return new Diagnostic(DiagnosticId.SYNTAX, place, "bad", "fix");
    }

    private static Diagnostic problem(DiagnosticId id, String message, String label, List<String> notes) {
        return new Diagnostic(id, new SourceLocation(FIRST, Span.START), message, label, notes);
    }
}
