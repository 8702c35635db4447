package io.alchemi.training.runs;

/**
 * A value of a resolved configuration.
 *
 * @param text the value; strings without quotes, lists as {@code [1, 2]}
 * @param origin where the value was set, for example {@code train.yaml:12:3}, {@code --seed} or {@code default}; empty if unknown
 */
public record ResolvedValue(String text, String origin) {
    private static final String DEFAULT = "default";

    /** Returns true if the value is the default of its key. */
    public boolean isDefault() {
        return origin.equals(DEFAULT);
    }
}
