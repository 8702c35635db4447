package io.alchemi.config.schema;

/**
 * The command-line flag of a key.
 *
 * @param name the long name without dashes
 * @param shortName a single letter, or empty
 */
public record FlagSchema(String name, String shortName) {}
