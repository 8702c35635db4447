package io.alchemi.config.layer;

import io.alchemi.config.check.Defaults;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.MapType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.Place;
import io.alchemi.config.text.Span;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Mapping.Entry;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import io.alchemi.config.tree.Scalar.Style;
import io.alchemi.config.tree.Sequence;
import java.util.ArrayList;
import java.util.List;

/** Fills in the defaults of absent keys and puts known keys into the order of the schema, unknown ones behind them. */
final class DefaultsFiller {
    private static final Place NOWHERE = new Place(new Document(Document.Kind.DEFAULT, "default", ""), Span.START);

    private final Schema schema;

    DefaultsFiller(Schema schema) {
        this.schema = schema;
    }

    Mapping fill(RecordSchema record, Mapping mapping) {
        List<Entry> entries = new ArrayList<>(record.keys().size());
        for (KeySchema key : record.keys()) {
            Entry given = mapping.entry(key.name());
            if (given != null) {
                entries.add(
                        new Entry(key.name(), given.key(), value(key.type(), withDefaultBelow(key, given.value()))));
            } else {
                absent(key, entries);
            }
        }
        for (Entry entry : mapping.entries()) {
            if (record.key(entry.name()) == null) {
                entries.add(entry);
            }
        }
        return new Mapping(mapping.place(), entries);
    }

    /** A section that is written lies over the default of its key. */
    private static Node withDefaultBelow(KeySchema key, Node node) {
        if (key.type() instanceof RecordType
                && node instanceof Mapping written
                && Defaults.of(key) instanceof Mapping lower) {
            return Overlay.over(lower, written);
        }
        return node;
    }

    private void absent(KeySchema key, List<Entry> entries) {
        Node stated = Defaults.of(key);
        if (stated != null) {
            entries.add(new Entry(key.name(), stated.place(), value(key.type(), stated)));
        } else if (key.nullable()) {
            entries.add(new Entry(key.name(), NOWHERE, new Scalar(NOWHERE, "null", Style.PLAIN)));
        } else if (key.type() instanceof RecordType section) {
            Mapping empty = new Mapping(NOWHERE, List.of());
            entries.add(new Entry(key.name(), NOWHERE, fill(schema.record(section), empty)));
        }
    }

    private Node value(ValueType type, Node node) {
        if (type instanceof RecordType section && node instanceof Mapping mapping) {
            return fill(schema.record(section), mapping);
        }
        if (type instanceof MapType map && node instanceof Mapping mapping) {
            List<Entry> entries = new ArrayList<>();
            for (Entry entry : mapping.entries()) {
                entries.add(new Entry(entry.name(), entry.key(), value(map.value(), entry.value())));
            }
            return new Mapping(mapping.place(), entries);
        }
        if (type instanceof ListType list && node instanceof Sequence sequence) {
            List<Node> items = new ArrayList<>();
            for (Node item : sequence.items()) {
                items.add(value(list.item(), item));
            }
            return new Sequence(sequence.place(), items);
        }
        return node;
    }
}
