package io.alchemi.config.schema;

/**
 * A key that was moved, as paths from the record that declares the move.
 *
 * @param from the former path
 * @param to the current path
 */
public record MovedKey(String from, String to) {
    /** Returns the first key of the former path. */
    public String firstOfFrom() {
        return first(from);
    }

    /** Returns the first key of the current path. */
    public String firstOfTo() {
        return first(to);
    }

    private static String first(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }
}
