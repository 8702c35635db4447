package io.alchemi.config.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One key of a record.
 *
 * @param name its name in YAML
 * @param component the record component that holds the value
 * @param type what the value may be
 * @param nullable whether the value may be null
 * @param defaultText the value of an absent key as YAML text, or null
 * @param exampleText a value for the template as YAML text, or null
 * @param aliases other names that are accepted
 * @param bounds the values that a number may have
 * @param length how long a text, a list or a map may be
 * @param pattern the form of a text, or null
 * @param unit the unit of a number, or empty
 * @param deprecated why it should no longer be used, or null if it may be
 * @param flag its command-line flag, or null
 */
public record KeySchema(
        String name,
        String component,
        ValueType type,
        boolean nullable,
        @Nullable String defaultText,
        @Nullable String exampleText,
        List<String> aliases,
        Bounds bounds,
        Length length,
        @Nullable TextPattern pattern,
        String unit,
        @Nullable String deprecated,
        @Nullable FlagSchema flag) {

    /** A key without constraints, default, aliases and flag. */
    public static KeySchema of(String name, String component, ValueType type) {
        return new KeySchema(
                name, component, type, false, null, null, List.of(), Bounds.NONE, Length.NONE, null, "", null, null);
    }

    /** The same key with another default and without an example. */
    public KeySchema withDefault(@Nullable String text) {
        return new KeySchema(
                name, component, type, nullable, text, null, aliases, bounds, length, pattern, unit, deprecated, flag);
    }
}
