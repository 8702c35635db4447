package io.alchemi.config.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.TextFormat;
import org.junit.jupiter.api.Test;

class DocumentTest {
    private final Document part = new Document(Document.Kind.FILE, "lab.csv", "b,2\r\nc,3\n", 12);

    @Test
    void aDocumentOfSomeLinesCountsAsTheFile() {
        assertThat(part.line(12)).isEqualTo("b,2");
        assertThat(part.line(13)).isEqualTo("c,3");
    }

    @Test
    void linesThatItDoesNotHoldAreEmpty() {
        assertThat(part.line(1)).isEmpty();
        assertThat(part.line(11)).isEmpty();
        assertThat(part.line(15)).isEmpty();
    }

    @Test
    void theExcerptShowsTheLineOfTheFile() {
        SourceLocation place = new SourceLocation(part, new Span(13, 3, 13, 4));

        assertThat(TextFormat.render(new Diagnostic(DiagnosticId.LIMIT, place, "wrong", "right")))
                .isEqualTo("""
                        lab.csv:13:3: error: wrong [ALC307]
                           |
                        13 | c,3
                           |   ^ right
                        """);
    }
}
