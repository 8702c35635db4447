package io.alchemi.config.text;

/**
 * Location in a document.
 *
 * @param document the document
 * @param span the range of characters
 */
public record SourceLocation(Document document, Span span) {

    /** Returns true if the lines and columns are those of a file, or of a string that a program passed, and it is not empty. */
    public boolean isInText() {
        return document.kind() == Document.Kind.FILE && !document.text().isEmpty();
    }

    /** Returns the location for messages, for example {@code train.yaml:12:3}, {@code --seed} or {@code missing.yaml}. */
    public String describe() {
        return isInText() ? document.name() + ":" + span.line() + ":" + span.column() : document.name();
    }
}
