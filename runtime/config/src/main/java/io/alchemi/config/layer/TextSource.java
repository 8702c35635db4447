package io.alchemi.config.layer;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.text.Span;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.YamlReader;
import org.jspecify.annotations.Nullable;

/** Source that parses a YAML string. */
record TextSource(Document document) implements Source {

    @Override
    public @Nullable Mapping read(ReadContext reading) {
        reading.problems().register(document);
        if (document.text().length() > reading.limits().bytes()) {
            reading.problems().add(tooLarge(document, reading.limits().bytes()));
            return null;
        }
        Node root = YamlReader.read(document, reading.limits(), reading.problems());
        if (root == null || root instanceof Mapping) {
            return (Mapping) root;
        }
        reading.problems()
                .add(new Diagnostic(
                        DiagnosticId.WRONG_TYPE,
                        root.place(),
                        "a configuration must be a mapping",
                        "write 'key: value'"));
        return null;
    }

    @Override
    public boolean isDocument() {
        return true;
    }

    static Diagnostic tooLarge(Document document, int limit) {
        return new Diagnostic(
                DiagnosticId.LIMIT,
                new SourceLocation(document, Span.START),
                "the document is larger than " + limit / (1024 * 1024) + " MB",
                "is this the right file?");
    }

    /** Returns no values, which may be secrets. */
    @Override
    public String toString() {
        return "text " + document.name();
    }
}
