package io.alchemi.config.schema;

/**
 * The former place of a key, as paths from the root.
 *
 * @param from the former place
 * @param to the present place
 */
public record MovedKey(String from, String to) {}
