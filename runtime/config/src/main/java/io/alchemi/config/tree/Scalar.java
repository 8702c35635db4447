package io.alchemi.config.tree;

import io.alchemi.config.text.Mask;
import io.alchemi.config.text.SourceLocation;
import org.jspecify.annotations.Nullable;

/** YAML scalar. Holds its text without a type. */
public final class Scalar extends Node {
    /** Style of a scalar. Decides how its kind is determined. */
    public enum Style {
        /** Unquoted in a document. The YAML 1.2 core schema determines its kind. */
        PLAIN,
        /** Quoted, or a block scalar. Always a string. */
        QUOTED,
        /** From an environment variable or the command line. The type of its key determines its kind. */
        BARE
    }

    private final String text;
    private final Style style;
    private final boolean secret;
    private @Nullable CoreType coreType;

    /** Creates a scalar. */
    public Scalar(SourceLocation place, String text, Style style) {
        this(place, text, style, false);
    }

    private Scalar(SourceLocation place, String text, Style style, boolean secret) {
        super(place);
        this.text = text;
        this.style = style;
        this.secret = secret;
    }

    /** Returns a copy that {@link #shown} and {@link #toString} do not show. */
    public Scalar asSecret() {
        return new Scalar(place(), text, style, true);
    }

    /** Returns true if the text must not be shown. */
    public boolean isSecret() {
        return secret;
    }

    /** Returns the text for messages, which a secret is not part of. */
    public String shown() {
        return secret ? Mask.SHOWN : text;
    }

    /** Returns the text without quotes. */
    public String text() {
        return text;
    }

    /** Returns the style. */
    public Style style() {
        return style;
    }

    /** Returns true if this scalar is null for a nullable key. An empty {@link Style#BARE} scalar is never null. */
    public boolean isNull() {
        return style != Style.QUOTED && coreType() == CoreType.NULL && (style == Style.PLAIN || !text.isEmpty());
    }

    /** Returns the type by the YAML 1.2 core schema. */
    public CoreType coreType() {
        CoreType known = coreType;
        if (known == null) {
            known = style == Style.QUOTED ? CoreType.STRING : CoreSchema.type(text);
            coreType = known;
        }
        return known;
    }

    @Override
    public boolean says(Node other) {
        return other instanceof Scalar scalar && coreType() == scalar.coreType() && text.equals(scalar.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
