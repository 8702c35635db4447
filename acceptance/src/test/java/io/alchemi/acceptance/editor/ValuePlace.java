package io.alchemi.acceptance.editor;

import io.alchemi.config.schema.KeySchema;
import java.util.Map;

/**
 * Where one of several known values may be written: after a key, as an item of a list, or as a key of a map.
 *
 * @param key the key
 * @param path its path, for messages
 * @param before the text, up to the column of the value
 * @param values the values as YAML with their docs, which may be empty
 * @param after what follows the value
 */
record ValuePlace(KeySchema key, String path, String before, Map<String, String> values, String after) {
    /** Returns a cursor where the value begins. */
    Cursor cursor() {
        return Cursor.after(before);
    }

    @Override
    public String toString() {
        return path;
    }
}
