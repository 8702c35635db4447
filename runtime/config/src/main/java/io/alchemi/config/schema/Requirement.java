package io.alchemi.config.schema;

import io.alchemi.config.schema.EnumSchema.Constant;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.config.schema.ValueType.ScalarType;

/**
 * Condition under which a nullable key is required: another key of the same record has a value.
 *
 * @param key the name of the other key, which is an enum, a boolean or a string
 * @param value its value in YAML
 */
public record Requirement(String key, String value) {
    /** Returns true if the condition holds for a value of the other key that is not null. */
    public boolean holds(RecordSchema record, String text) {
        KeySchema other = record.key(key);
        if (other != null && other.type() instanceof EnumType type) {
            Constant constant = record.enumOf(type).find(text);
            return constant != null && constant.equals(record.enumOf(type).find(value));
        }
        boolean isBoolean =
                other != null && other.type() instanceof ScalarType type && type.kind() == ScalarKind.BOOLEAN;
        return isBoolean ? text.equalsIgnoreCase(value) : text.equals(value);
    }

    /** Returns the condition as a phrase: {@code required if 'type' is 's3'}. */
    public String phrase() {
        return "required if '" + key + "' is '" + value + "'";
    }
}
