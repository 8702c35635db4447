package io.alchemi.config.schema;

/**
 * A removed key, which no longer has an effect.
 *
 * @param name its name in YAML
 * @param reason the reason for the removal, or the replacement
 */
public record RetiredKey(String name, String reason) {}
