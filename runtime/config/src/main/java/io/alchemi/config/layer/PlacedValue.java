package io.alchemi.config.layer;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.tree.KeyPath;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Mapping.Entry;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Value for a path.
 *
 * @param path the path
 * @param place the location of the path
 * @param value the value, which has a location of its own
 */
public record PlacedValue(SettingPath path, SourceLocation place, Node value) {

    /** Nests the value under its path from a step on. The path has no index. */
    Node nested(int step) {
        if (step == path.steps().size()) {
            return value;
        }
        return new Mapping(place, List.of(new Entry(path.steps().get(step).name(), place, nested(step + 1))));
    }

    /**
     * Nests the value under its path, which has an index. An index must exist in the list below or in the default of its key; the
     * result has a copy of that list with the new item.
     *
     * @param below the merged tree of the sources of lower precedence
     * @return the tree, or null if an item does not exist
     */
    @Nullable
    Mapping in(Schema schema, Mapping below, Diagnostics problems) {
        Mapping known = new DefaultsFiller(schema).record(schema.root(), below, KeyPath.ROOT);
        return (Mapping) nest(0, known, schema, problems);
    }

    /** Returns the path without the value, which may be a secret. */
    @Override
    public String toString() {
        return "value of " + path;
    }

    /** Returns true if the path has an index, so that the value depends on the values below it. */
    boolean hasIndex() {
        for (SettingPath.Step step : path.steps()) {
            if (step.isIndex()) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Node nest(int step, @Nullable Node below, Schema schema, Diagnostics problems) {
        if (step == path.steps().size()) {
            return value;
        }
        SettingPath.Step here = path.steps().get(step);
        if (!here.isIndex()) {
            Node inner = below instanceof Mapping mapping ? mapping.get(currentName(schema, step)) : null;
            Node nested = nest(step + 1, inner, schema, problems);
            return nested == null ? null : new Mapping(place, List.of(new Entry(here.name(), place, nested)));
        }
        if (!(below instanceof Sequence list) || here.index() >= list.items().size()) {
            problems.add(noItem(here.index(), below));
            return null;
        }
        List<Node> items = new ArrayList<>(list.items());
        Node old = items.get(here.index());
        Node item = nest(step + 1, old, schema, problems);
        if (item == null) {
            return null;
        }
        items.set(here.index(), new Overlay(schema).value(path.typeIn(schema, step + 1), old, item));
        return new Sequence(place, items);
    }

    /** Returns the name under which the merged tree has a key, which the path may call by an alias. */
    private String currentName(Schema schema, int step) {
        String name = path.steps().get(step).name();
        RecordSchema record = schema.section(path.typeIn(schema, step));
        KeySchema renamed = record == null || record.key(name) != null ? null : record.keyOfAlias(name);
        return renamed == null ? name : renamed.name();
    }

    private Diagnostic noItem(int index, @Nullable Node below) {
        String label = "there is no list here; set the whole value";
        if (below instanceof Sequence list) {
            int size = list.items().size();
            label = size == 0 ? "the list is empty" : "the last item is [" + (size - 1) + "]";
        }
        return new Diagnostic(DiagnosticId.SETTING_PATH, place, "item [" + index + "] does not exist", label);
    }
}
