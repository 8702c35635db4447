package io.alchemi.config.tree;

import io.alchemi.config.text.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values under keys, in the order in which they were written. */
public final class Mapping extends Node {
    /** From how many entries on an index is faster than a look at each. */
    private static final int INDEXED = 8;

    private final List<Entry> entries;
    private @Nullable Map<String, Entry> index;

    /**
     * A value under a key.
     *
     * @param name the key's name today
     * @param key where the key was written
     * @param value the value
     */
    public record Entry(String name, Place key, Node value) {}

    /** Entries at a place; their names differ. */
    public Mapping(Place place, List<Entry> entries) {
        super(place);
        this.entries = entries;
    }

    /** The entries in order. */
    public List<Entry> entries() {
        return entries;
    }

    /** The entry of a name, or null. */
    public @Nullable Entry entry(String name) {
        if (entries.size() >= INDEXED) {
            return index().get(name);
        }
        for (Entry entry : entries) {
            if (entry.name().equals(name)) {
                return entry;
            }
        }
        return null;
    }

    private Map<String, Entry> index() {
        Map<String, Entry> known = index;
        if (known == null) {
            known = new HashMap<>();
            for (Entry entry : entries) {
                known.put(entry.name(), entry);
            }
            index = known;
        }
        return known;
    }

    /** The value of a name, or null. */
    public @Nullable Node get(String name) {
        Entry entry = entry(name);
        return entry == null ? null : entry.value();
    }

    @Override
    public boolean says(Node other) {
        if (!(other instanceof Mapping mapping) || entries.size() != mapping.entries.size()) {
            return false;
        }
        for (Entry entry : entries) {
            Node counterpart = mapping.get(entry.name());
            if (counterpart == null || !entry.value().says(counterpart)) {
                return false;
            }
        }
        return true;
    }
}
