package io.alchemi.processor.emit;

import io.alchemi.config.schema.MovedKey;
import org.jspecify.annotations.Nullable;

/**
 * Moved key, seen from a section on its former or its present path.
 *
 * @param holder the record that declares the move
 * @param move the move
 * @param from the rest of the former path below the section, or null if the former path does not lead through it
 * @param to the rest of the present path below the section, or null if the present path does not lead through it
 */
public record MovePath(
        SchemaPath holder,
        MovedKey move,
        @Nullable String from,
        @Nullable String to) {

    /** Returns the move as seen from the section at a key, or null if neither path leads through it. */
    public @Nullable MovePath below(String key) {
        String restOfFrom = rest(from, key);
        String restOfTo = rest(to, key);
        return restOfFrom == null && restOfTo == null ? null : new MovePath(holder, move, restOfFrom, restOfTo);
    }

    private static @Nullable String rest(@Nullable String path, String key) {
        return path != null && path.startsWith(key + ".") ? path.substring(key.length() + 1) : null;
    }

    /** Returns true if the value of a key, or a part of it, is at the present path. */
    public boolean leadsTo(String key) {
        return key.equals(to) || rest(to, key) != null;
    }
}
