package io.alchemi.config.testing;

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

        /** The value of a name, or null. */
        Written get(String name) {
            for (Pair pair : pairs) {
                if (pair.name().equals(name)) {
                    return pair.value();
                }
            }
            return null;
        }

        void add(String name, Written value) {
            pairs.add(new Pair(name, value));
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
     */
    record Pair(String name, Written value) {}

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
            mapping.pairs().forEach(pair -> copy.add(pair.name(), pair.value().copy()));
            return copy;
        } else if (this instanceof Anchored marked) {
            return new Anchored(marked.anchor(), marked.value().copy());
        }
        return this;
    }
}
