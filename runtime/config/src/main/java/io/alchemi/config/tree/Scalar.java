package io.alchemi.config.tree;

import io.alchemi.config.text.Place;

/** A single value as text. */
public final class Scalar extends Node {
    /** How it was written. */
    public enum Style {
        /** Without quotes in a document: what it is follows from the YAML 1.2 core schema. */
        PLAIN,
        /** In quotes or as a block: a text. */
        QUOTED,
        /** In a variable, a flag or a {@code --set}: what it is follows from the type that is wanted. */
        BARE
    }

    private final String text;
    private final Style style;

    /** A value at a place. */
    public Scalar(Place place, String text, Style style) {
        super(place);
        this.text = text;
        this.style = style;
    }

    /** The text without quotes. */
    public String text() {
        return text;
    }

    /** How it was written. */
    public Style style() {
        return style;
    }

    /** Whether it is null, where null is wanted; a {@link Style#BARE} empty text never is. */
    public boolean isNull() {
        return style != Style.QUOTED
                && CoreSchema.type(text) == CoreType.NULL
                && (style == Style.PLAIN || !text.isEmpty());
    }

    /** What the YAML 1.2 core schema says of it. */
    public CoreType coreType() {
        return style == Style.QUOTED ? CoreType.STRING : CoreSchema.type(text);
    }

    @Override
    public boolean says(Node other) {
        return other instanceof Scalar scalar && coreType() == scalar.coreType() && text.equals(scalar.text);
    }
}
