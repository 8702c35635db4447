package io.alchemi.config.text;

/**
 * How large a document may be. Generous: they stop bombs, not people.
 *
 * @param bytes size of a file, or characters of a text
 * @param depth how deep mappings and sequences may nest
 * @param nodes number of mappings, sequences and scalars, counted again wherever an alias repeats them
 */
public record Limits(int bytes, int depth, int nodes) {
    /** 16 MB, 64 levels, a million nodes. */
    public static final Limits DEFAULT = new Limits(16 * 1024 * 1024, 64, 1_000_000);
}
