package io.alchemi.config.testing;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.ValueType;
import java.util.ArrayList;
import java.util.List;

/** A document as somebody writes it, not yet judged by anybody; its mappings and lists can be changed. */
sealed interface Written {

    /**
     * A value in one piece.
     *
     * @param yaml its text as YAML in one line, quotes included
     */
    record Piece(String yaml) implements Written {}

    /**
     * A list.
     *
     * @param items its items
     */
    record Items(List<Written> items) implements Written {}

    /**
     * A mapping, in which a name may occur twice.
     *
     * @param pairs its names and values
     */
    record Pairs(List<Pair> pairs) implements Written {
        /** An empty mapping. */
        static Pairs none() {
            return new Pairs(new ArrayList<>());
        }

        /** The first pair of a name, or null. */
        Pair find(String name) {
            for (Pair pair : pairs) {
                if (pair.name().equals(name)) {
                    return pair;
                }
            }
            return null;
        }

        /** The value of a name, or null. */
        Written get(String name) {
            Pair pair = find(name);
            return pair == null ? null : pair.value();
        }

        void add(String name, Written value) {
            pairs.add(new Pair(name, value));
        }

        void add(String name, Written value, Setting setting) {
            pairs.add(new Pair(name, value, setting));
        }

        void remove(String name) {
            pairs.removeIf(pair -> pair.name().equals(name));
        }
    }

    /**
     * A value under a name.
     *
     * @param name the name, not yet as YAML
     * @param value the value
     * @param setting what it sets, or null if no key has this name here
     */
    record Pair(String name, Written value, Setting setting) {
        Pair(String name, Written value) {
            this(name, value, null);
        }

        Pair withName(String other) {
            return new Pair(other, value, setting);
        }

        Pair withValue(Written other) {
            return new Pair(name, other, setting);
        }
    }

    /**
     * A key of a record, or an entry of a map there.
     *
     * @param record the record
     * @param key its key
     * @param type the type of the value: that of the key, or of the map's values
     */
    record Setting(RecordSchema record, KeySchema key, ValueType type) {}

    /**
     * A value that an anchor marks.
     *
     * @param anchor the anchor
     * @param value the value
     */
    record Anchored(String anchor, Written value) implements Written {}

    /** A copy that can be changed apart from this. */
    default Written copy() {
        if (this instanceof Items list) {
            List<Written> items = new ArrayList<>();
            list.items().forEach(item -> items.add(item.copy()));
            return new Items(items);
        } else if (this instanceof Pairs mapping) {
            Pairs copy = Pairs.none();
            mapping.pairs().forEach(pair -> copy.add(pair.name(), pair.value().copy(), pair.setting()));
            return copy;
        } else if (this instanceof Anchored marked) {
            return new Anchored(marked.anchor(), marked.value().copy());
        }
        return this;
    }
}
