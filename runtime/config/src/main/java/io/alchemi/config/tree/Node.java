package io.alchemi.config.tree;

import io.alchemi.config.text.Document;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.text.Span;

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
}
