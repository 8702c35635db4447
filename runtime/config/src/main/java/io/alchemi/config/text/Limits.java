package io.alchemi.config.text;

/**
 * Size limits of a document. They stop malicious files and are far above the size of real configurations.
 *
 * @param bytes maximum size of a file in bytes, or of a string in characters; also of the scalars in characters, counted again for
 *     each alias that repeats them
 * @param depth maximum nesting depth of mappings and sequences, including those that aliases repeat
 * @param nodes maximum number of mappings, sequences and scalars, counted again for each alias that repeats them
 */
public record Limits(int bytes, int depth, int nodes) {
    /** Default limits: 16 MB, 64 levels, a million nodes. */
    public static final Limits DEFAULT = new Limits(16 * 1024 * 1024, 64, 1_000_000);
}
