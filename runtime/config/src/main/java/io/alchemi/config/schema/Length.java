package io.alchemi.config.schema;

/**
 * How long a text, a list or a map may be.
 *
 * @param min the fewest code points, items or entries
 * @param max the most
 */
public record Length(int min, int max) {
    /** Any length. */
    public static final Length NONE = new Length(0, Integer.MAX_VALUE);

    /** Whether every length is allowed. */
    public boolean isNone() {
        return min == 0 && max == Integer.MAX_VALUE;
    }

    /** Whether a length is allowed. */
    public boolean contains(int length) {
        return length >= min && length <= max;
    }
}
