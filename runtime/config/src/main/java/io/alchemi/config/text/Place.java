package io.alchemi.config.text;

/**
 * A stretch of a certain document.
 *
 * @param document the document
 * @param span the stretch
 */
public record Place(Document document, Span span) {

    /** The place as people name it: {@code train.yaml:12:3}, {@code --seed}, {@code missing.yaml}. */
    public String describe() {
        return document.kind() == Document.Kind.FILE && !document.text().isEmpty()
                ? document.name() + ":" + span.line() + ":" + span.column()
                : document.name();
    }
}
