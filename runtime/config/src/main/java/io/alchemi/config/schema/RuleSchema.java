package io.alchemi.config.schema;

import java.util.List;

/**
 * A rule that involves several keys of a record.
 *
 * @param method the method that evaluates the rule
 * @param sentence the requirement, as a sentence
 * @param keys the keys to report when the rule fails
 */
public record RuleSchema(String method, String sentence, List<String> keys) {}
