package io.alchemi.acceptance.editor;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;

/**
 * A position where a key may be written: the text before it has everything that is required, and ends where the key begins.
 *
 * @param record the record of the key
 * @param key the key
 * @param path path of the key, for messages
 * @param before the text, up to the column of the key
 * @param indent the spaces before the other keys of the same mapping
 * @param tag the line that selects the record in a union, or empty
 */
record KeyPosition(RecordSchema record, KeySchema key, String path, String before, String indent, String tag) {
    /** Returns the text with a value for the key, as YAML on one line. */
    String with(String value) {
        return named(key.name(), value);
    }

    /** Returns the text with a value for a key of another name. */
    String named(String name, String value) {
        return before + name + (value.isEmpty() ? ":" : ": " + value) + "\n";
    }

    /** Returns the text without the key. */
    String without() {
        return before.endsWith("- ") ? before + "{}\n" : before.stripTrailing() + "\n";
    }

    /** Returns a cursor at the position. */
    Cursor cursor() {
        return Cursor.after(before);
    }

    @Override
    public String toString() {
        return path;
    }
}
