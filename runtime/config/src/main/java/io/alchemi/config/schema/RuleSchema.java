package io.alchemi.config.schema;

import java.util.List;

/**
 * A rule over several keys of one record.
 *
 * @param method the method that judges
 * @param sentence what must hold
 * @param keys the keys that are blamed
 */
public record RuleSchema(String method, String sentence, List<String> keys) {}
