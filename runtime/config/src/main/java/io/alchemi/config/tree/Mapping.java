package io.alchemi.config.tree;

import io.alchemi.config.text.SourceLocation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** YAML mapping. Keeps the order in which its keys were written. */
public final class Mapping extends Node {
    /** Number of entries from which an index is faster than a linear search. */
    private static final int INDEXED = 8;

    private final List<Entry> entries;
    private volatile @Nullable Map<String, Entry> index;
    /** The entry to look at first. Keys are mostly asked for in their order; a race between threads only makes a search longer. */
    private int next;

    /**
     * Key with its value.
     *
     * @param name the key's name; the current name, if the tree is in canonical form
     * @param key location of the key
     * @param value the value
     */
    public record Entry(String name, SourceLocation key, Node value) {
        /** Returns this entry with a value. */
        @SuppressWarnings("ReferenceEquality") // An equal value may have another location.
        public Entry with(Node other) {
            return other == value ? this : new Entry(name, key, other);
        }
    }

    /** Creates a mapping from entries with distinct names. */
    public Mapping(SourceLocation place, List<Entry> entries) {
        super(place);
        this.entries = entries;
    }

    /** Returns the entries in order. */
    public List<Entry> entries() {
        return entries;
    }

    /** Returns the entry with a name, or null. */
    public @Nullable Entry entry(String name) {
        int likely = next < entries.size() ? next : 0;
        if (likely < entries.size() && entries.get(likely).name().equals(name)) {
            next = likely + 1;
            return entries.get(likely);
        }
        if (entries.size() >= INDEXED) {
            return index().get(name);
        }
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).name().equals(name)) {
                next = i + 1;
                return entries.get(i);
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

    /** Returns the value of a key, or null. */
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

    @Override
    public int hashCode() {
        int sum = 0;
        for (Entry entry : entries) {
            sum += entry.name().hashCode() ^ entry.value().hashCode();
        }
        return sum;
    }
}
