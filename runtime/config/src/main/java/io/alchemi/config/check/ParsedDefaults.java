package io.alchemi.config.check;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.tree.Node;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** The defaults of a schema, each parsed once: a program may load many configurations of it. */
public final class ParsedDefaults {
    private static final Map<Schema, ParsedDefaults> BY_SCHEMA = Collections.synchronizedMap(new WeakHashMap<>());

    /** Defaults that took the YAML parser to read. Replaced when one is added, so that no thread waits for another. */
    private volatile IdentityHashMap<KeySchema, Node> parsed = new IdentityHashMap<>();

    private ParsedDefaults() {}

    /** Returns the defaults of a schema. */
    public static ParsedDefaults of(Schema schema) {
        ParsedDefaults known = BY_SCHEMA.get(schema);
        if (known == null) {
            known = new ParsedDefaults();
            BY_SCHEMA.put(schema, known);
        }
        return known;
    }

    /** Returns the default of a key of the schema as a tree, or null if it has none or the default is not valid YAML. */
    public @Nullable Node of(KeySchema key) {
        String text = key.defaultText();
        if (text == null || Defaults.isSimple(text)) {
            return Defaults.of(key);
        }
        Node known = parsed.get(key);
        if (known == null) {
            known = Defaults.of(key);
            if (known != null) {
                IdentityHashMap<KeySchema, Node> added = new IdentityHashMap<>(parsed);
                added.put(key, known);
                parsed = added;
            }
        }
        return known;
    }
}
