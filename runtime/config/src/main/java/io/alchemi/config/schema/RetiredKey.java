package io.alchemi.config.schema;

/**
 * A key that no longer has an effect.
 *
 * @param name its name in YAML
 * @param reason why, or what to use instead
 */
public record RetiredKey(String name, String reason) {}
