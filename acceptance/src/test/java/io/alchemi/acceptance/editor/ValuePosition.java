package io.alchemi.acceptance.editor;

import io.alchemi.config.schema.KeySchema;
import java.util.Map;

/**
 * A position where one of several known values may be written: after a key, as a list item, or as a map key.
 *
 * @param key the key
 * @param path path of the value, for messages
 * @param before the text, up to the column of the value
 * @param values the values as YAML with their docs, which may be empty
 * @param after the text after the value
 */
record ValuePosition(KeySchema key, String path, String before, Map<String, String> values, String after) {
    /** Returns a cursor at the position. */
    Cursor cursor() {
        return Cursor.after(before);
    }

    @Override
    public String toString() {
        return path;
    }
}
