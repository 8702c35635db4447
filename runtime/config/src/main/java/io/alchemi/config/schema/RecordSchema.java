package io.alchemi.config.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The YAML schema of a record, from which every artifact is generated.
 *
 * @param type qualified name of the record, with type arguments as in {@link RecordName}
 * @param keys its keys in the order of the components
 * @param rules the rules that involve several keys
 * @param retired the removed keys
 * @param moves the moved keys of this record and of the sections below it
 * @param enums the enums of its keys
 * @param root the facts of a root record, or null if the record is not a root
 * @param variables the prefix of its environment variables if it is a global block, or null
 */
public record RecordSchema(
        String type,
        List<KeySchema> keys,
        List<RuleSchema> rules,
        List<RetiredKey> retired,
        List<MovedKey> moves,
        List<EnumSchema> enums,
        @Nullable RootSchema root,
        @Nullable String variables) {

    /** Returns the key with a YAML name, or null. */
    public @Nullable KeySchema key(String name) {
        int index = indexOf(name, 0);
        return index < 0 ? null : keys.get(index);
    }

    /**
     * Returns the index of the key with a YAML name, or -1.
     *
     * @param from the index of the key to look at first: the one after the last key that was found, since a file mostly has its keys
     *     in the order of the schema
     */
    public int indexOf(String name, int from) {
        for (int i = 0; i < keys.size(); i++) {
            int at = from + i < keys.size() ? from + i : from + i - keys.size();
            if (keys.get(at).name().equals(name)) {
                return at;
            }
        }
        return -1;
    }

    /** Returns the key with an alias, or null. */
    public @Nullable KeySchema keyOfAlias(String alias) {
        for (KeySchema key : keys) {
            if (key.aliases().contains(alias)) {
                return key;
            }
        }
        return null;
    }

    /** Returns the removed key with a name, or null. */
    public @Nullable RetiredKey retired(String name) {
        for (RetiredKey key : retired) {
            if (key.name().equals(name)) {
                return key;
            }
        }
        return null;
    }

    /** Returns the rule that a method implements. */
    public RuleSchema rule(String method) {
        for (RuleSchema rule : rules) {
            if (rule.method().equals(method)) {
                return rule;
            }
        }
        throw new IllegalArgumentException(type + " has no rule " + method);
    }

    /** Returns the enum of one of the keys. */
    public EnumSchema enumOf(ValueType.EnumType wanted) {
        for (EnumSchema candidate : enums) {
            if (candidate.type().equals(wanted.type())) {
                return candidate;
            }
        }
        throw new IllegalArgumentException(type + " has no enum " + wanted.type());
    }

    /** Returns the name of the record without package and enclosing types, {@code RangeOfInteger} for a generic record. */
    public String simpleName() {
        return RecordName.simple(type);
    }

    /** Returns the name of the record without package and enclosing types, as in Java source: {@code Range<Integer>}. */
    public String javaName() {
        return RecordName.of(type).java();
    }
}
