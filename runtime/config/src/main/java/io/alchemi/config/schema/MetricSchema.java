package io.alchemi.config.schema;

import org.jspecify.annotations.Nullable;

/**
 * A metric that a trainer declares.
 *
 * @param name its name in the metrics files
 * @param stage when it is recorded
 * @param goal which values are better
 * @param unit the unit, or empty
 * @param doc what it is, a noun phrase
 */
public record MetricSchema(String name, MetricStage stage, MetricGoal goal, String unit, String doc) {

    /** Returns what is wrong with the declaration and how to correct it, to follow the name of the metric, or null. */
    public @Nullable String fault() {
        if (!isName(name)) {
            return "is not a valid name. Use letters, digits and underscores, a letter first: \"top_1\".";
        } else if (RuntimeKey.of(name) != null) {
            return "is recorded by the runtime. Choose another name.";
        } else if (doc.isBlank()) {
            return "has no description. Say what it is: doc = \"…\".";
        } else if (hasControlCharacter(doc) || hasControlCharacter(unit)) {
            return "has a description or unit with a line break or another control character. Write a single line.";
        }
        return null;
    }

    private static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && (i == 0 || (c != '_' && (c < '0' || c > '9')))) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static boolean hasControlCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
