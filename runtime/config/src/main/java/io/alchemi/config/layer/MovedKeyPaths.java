package io.alchemi.config.layer;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Mapping.Entry;
import io.alchemi.config.tree.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds, removes and adds entries at the dot-separated paths of moved keys, from the section whose record declares the moves. */
final class MovedKeyPaths {
    private MovedKeyPaths() {}

    static @Nullable Entry find(Mapping root, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return root.entry(path);
        }
        return root.get(path.substring(0, dot)) instanceof Mapping section
                ? find(section, path.substring(dot + 1))
                : null;
    }

    /**
     * Value at the path of a section that is not a mapping.
     *
     * @param path path of the section
     * @param entry the entry at that path
     */
    record Obstacle(String path, Entry entry) {}

    /** Returns the first value along a path that should be a section but is not a mapping, or null. */
    static @Nullable Obstacle obstacle(Mapping root, String path) {
        Mapping section = root;
        for (int dot = path.indexOf('.'), start = 0; dot >= 0; dot = path.indexOf('.', start)) {
            Entry entry = section.entry(path.substring(start, dot));
            if (entry == null) {
                return null;
            }
            if (!(entry.value() instanceof Mapping inner)) {
                return new Obstacle(path.substring(0, dot), entry);
            }
            section = inner;
            start = dot + 1;
        }
        return null;
    }

    /** Removes the entry at a path, and enclosing sections that are now empty and no longer keys of the schema. */
    static Mapping without(Mapping root, String path, @Nullable RecordSchema record, Schema schema) {
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        List<Entry> entries = new ArrayList<>(root.entries().size());
        for (Entry entry : root.entries()) {
            if (!entry.name().equals(name)) {
                entries.add(entry);
            } else if (dot >= 0 && entry.value() instanceof Mapping section) {
                KeySchema key = record == null ? null : record.key(name);
                RecordSchema inner = key == null ? null : schema.section(key);
                Mapping rest = without(section, path.substring(dot + 1), inner, schema);
                if (key != null || !rest.entries().isEmpty()) {
                    entries.add(new Entry(name, entry.key(), rest));
                }
            }
        }
        return new Mapping(root.place(), entries);
    }

    static Mapping with(Mapping root, String path, Entry moved) {
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        Entry given = root.entry(name);
        Node value = moved.value();
        if (dot >= 0) {
            Mapping section = given != null && given.value() instanceof Mapping written
                    ? written
                    : new Mapping(moved.key(), List.of());
            value = with(section, path.substring(dot + 1), moved);
        }
        List<Entry> entries = new ArrayList<>(root.entries().size() + 1);
        for (Entry entry : root.entries()) {
            if (!entry.name().equals(name)) {
                entries.add(entry);
            }
        }
        entries.add(new Entry(name, given == null ? moved.key() : given.key(), value));
        return new Mapping(root.place(), entries);
    }
}
