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
 * @param pattern the form of a text, or null
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
        @Nullable TextPattern pattern,
        @Nullable FlagSchema flag) {}
