package io.alchemi.config.schema;

/**
 * A key that was moved, as paths from the record that declares the move.
 *
 * @param from the former path
 * @param to the current path
 */
public record MovedKey(String from, String to) {}
