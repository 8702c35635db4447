package io.alchemi.config.tree;

import io.alchemi.config.text.Document;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.text.Span;
import org.jspecify.annotations.Nullable;

/** Value in a YAML tree, with its location. Immutable. */
public abstract sealed class Node permits Mapping, Sequence, Scalar {
    private final SourceLocation place;

    Node(SourceLocation place) {
        this.place = place;
    }

    /** Returns the location of this value. */
    public final SourceLocation place() {
        return place;
    }

    /** Returns the document that contains this value. */
    public final Document document() {
        return place.document();
    }

    /** Returns the range of characters of this value. */
    public final Span span() {
        return place.span();
    }

    /** Returns true if another node has the same value. Ignores locations and the order of keys. */
    public abstract boolean says(Node other);

    /** Returns true if the other object is a node with the same value, as {@link #says} tells. */
    @Override
    public final boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Node node && says(node));
    }

    @Override
    public abstract int hashCode();

    /** Returns the value as YAML on one line. */
    @Override
    public final String toString() {
        return YamlText.flow(this);
    }
}
