package io.alchemi.config.tree;

import io.alchemi.config.text.SourceLocation;
import java.util.List;

/** YAML sequence. */
public final class Sequence extends Node {
    private final List<Node> items;

    /** Creates a sequence. */
    public Sequence(SourceLocation place, List<Node> items) {
        super(place);
        this.items = items;
    }

    /** Returns the items in order. */
    public List<Node> items() {
        return items;
    }

    @Override
    public boolean says(Node other) {
        if (!(other instanceof Sequence sequence) || items.size() != sequence.items.size()) {
            return false;
        }
        for (int i = 0; i < items.size(); i++) {
            if (!items.get(i).says(sequence.items.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return items.hashCode();
    }
}
