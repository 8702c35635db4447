package io.alchemi.config.tree;

import io.alchemi.config.text.Document;
import io.alchemi.config.text.Place;
import io.alchemi.config.text.Span;

/** A value as it was written, with its place. Nodes do not change. */
public abstract sealed class Node permits Mapping, Sequence, Scalar {
    private final Place place;

    Node(Place place) {
        this.place = place;
    }

    /** Where it was written. */
    public final Place place() {
        return place;
    }

    /** The text in which it was written. */
    public final Document document() {
        return place.document();
    }

    /** The stretch in which it was written. */
    public final Span span() {
        return place.span();
    }

    /** Whether another node says the same, wherever it stands. */
    public abstract boolean says(Node other);
}
