package io.alchemi.config.schema;

import io.alchemi.config.schema.ValueType.ListType;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A command-line flag and the key that it sets.
 *
 * @param schema the schema of the key
 * @param record the record of the key
 * @param key the key
 * @param path the path of the key
 * @param name the long name without dashes
 * @param shortName a single letter, or empty
 */
public record SchemaFlag(
        Schema schema, RecordSchema record, KeySchema key, String path, String name, String shortName) {

    /** Returns true if the flag takes no value. */
    public boolean isSwitch() {
        return key.type().isSingle() && key.type().leafKind() == ScalarKind.BOOLEAN;
    }

    /** Returns true if the flag may be repeated. */
    public boolean isRepeatable() {
        return key.type() instanceof ListType;
    }

    /**
     * Returns true if {@code --no-name} sets the key to false. Keys that start with {@code no_} have no such form, and neither do
     * options of commands that are off by default, since no other source can turn them on.
     */
    public boolean hasOpposite() {
        boolean mayBeOn = schema.root().root() != null || "true".equals(key.defaultText());
        return isSwitch() && mayBeOn && !key.name().startsWith("no_");
    }

    /** Returns all names of the flag on a command line, with dashes. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        addLong(name, names);
        for (String alias : key.aliases()) {
            addLong(alias, names);
        }
        if (!shortName.isEmpty()) {
            names.add("-" + shortName);
        }
        return names;
    }

    private void addLong(String longName, Set<String> names) {
        names.add("--" + longName);
        if (hasOpposite()) {
            names.add("--no-" + longName);
        }
    }
}
