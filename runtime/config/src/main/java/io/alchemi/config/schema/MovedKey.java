package io.alchemi.config.schema;

/**
 * A key that was moved, as paths from the root.
 *
 * @param from the former path
 * @param to the current path
 */
public record MovedKey(String from, String to) {}
