package io.alchemi.config.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record as it stands in YAML: the one description behind every artifact.
 *
 * @param type qualified name of the record
 * @param keys its keys in the order of the components
 * @param rules the rules over several keys
 * @param retired the keys that no longer have an effect
 * @param enums the enums of its keys
 * @param root what only a root says, or null if the record is none
 * @param variables the prefix of its environment variables if it is a global block, or null
 */
public record RecordSchema(
        String type,
        List<KeySchema> keys,
        List<RuleSchema> rules,
        List<RetiredKey> retired,
        List<EnumSchema> enums,
        @Nullable RootSchema root,
        @Nullable String variables) {

    /** The key of that name in YAML, or null. */
    public @Nullable KeySchema key(String name) {
        for (KeySchema key : keys) {
            if (key.name().equals(name)) {
                return key;
            }
        }
        return null;
    }

    /** The key that has that alias, or null. */
    public @Nullable KeySchema keyOfAlias(String alias) {
        for (KeySchema key : keys) {
            if (key.aliases().contains(alias)) {
                return key;
            }
        }
        return null;
    }

    /** The retired key of that name, or null. */
    public @Nullable RetiredKey retired(String name) {
        for (RetiredKey key : retired) {
            if (key.name().equals(name)) {
                return key;
            }
        }
        return null;
    }

    /** The rule that a method judges. */
    public RuleSchema rule(String method) {
        for (RuleSchema rule : rules) {
            if (rule.method().equals(method)) {
                return rule;
            }
        }
        throw new IllegalArgumentException(type + " describes no rule " + method);
    }

    /** The enum of one of its keys. */
    public EnumSchema enumOf(ValueType.EnumType wanted) {
        for (EnumSchema candidate : enums) {
            if (candidate.type().equals(wanted.type())) {
                return candidate;
            }
        }
        throw new IllegalArgumentException(type + " describes no enum " + wanted.type());
    }

    /** The record's name without its package and enclosing types. */
    public String simpleName() {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
