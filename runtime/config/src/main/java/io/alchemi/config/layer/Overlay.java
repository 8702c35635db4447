package io.alchemi.config.layer;

import io.alchemi.config.text.Document;
import io.alchemi.config.text.Place;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Mapping.Entry;
import io.alchemi.config.tree.Node;
import java.util.ArrayList;
import java.util.List;

/** Lays one canonical tree over another: mappings merge deeply, everything else is replaced whole. */
final class Overlay {
    private Overlay() {}

    static Mapping over(Mapping lower, Mapping upper) {
        if (lower.entries().isEmpty()) {
            return upper;
        }
        List<Entry> entries =
                new ArrayList<>(lower.entries().size() + upper.entries().size());
        for (Entry below : lower.entries()) {
            Entry above = upper.entry(below.name());
            entries.add(above == null ? below : over(below, above));
        }
        for (Entry above : upper.entries()) {
            if (lower.entry(above.name()) == null) {
                entries.add(above);
            }
        }
        return new Mapping(written(lower.place(), upper.place()), entries);
    }

    /** A section that a file writes and a variable or an argument adds to stays the file's. */
    private static Place written(Place lower, Place upper) {
        boolean kept = lower.document().kind() == Document.Kind.FILE
                && upper.document().kind() != Document.Kind.FILE;
        return kept ? lower : upper;
    }

    private static Entry over(Entry lower, Entry upper) {
        Node below = lower.value();
        Node above = upper.value();
        return below instanceof Mapping low && above instanceof Mapping high
                ? new Entry(upper.name(), written(lower.key(), upper.key()), over(low, high))
                : upper;
    }
}
