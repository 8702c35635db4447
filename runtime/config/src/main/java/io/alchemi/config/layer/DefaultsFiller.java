package io.alchemi.config.layer;

import io.alchemi.config.check.Defaults;
import io.alchemi.config.check.ParsedDefaults;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.text.Span;
import io.alchemi.config.tree.KeyPath;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Mapping.Entry;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import io.alchemi.config.tree.Scalar.Style;
import java.util.ArrayList;
import java.util.List;

/** Fills in the defaults of missing keys. Puts known keys in schema order, unknown ones after them. */
final class DefaultsFiller extends TreeMapper implements Defaults.DefaultFilling {
    private static final SourceLocation NOWHERE =
            new SourceLocation(new Document(Document.Kind.DEFAULT, "default", ""), Span.START);

    private final ParsedDefaults defaults;

    DefaultsFiller(Schema schema) {
        super(schema);
        this.defaults = ParsedDefaults.of(schema);
    }

    @Override
    public Node fill(KeySchema key, Node value) {
        return value(key, value, KeyPath.ROOT);
    }

    @Override
    protected Mapping record(RecordSchema record, Mapping mapping, KeyPath path) {
        List<Entry> entries = new ArrayList<>(record.keys().size());
        int known = 0;
        for (KeySchema key : record.keys()) {
            Entry given = mapping.entry(key.name());
            if (given != null) {
                known++;
                Node value = value(key, withDefaultBelow(key, given.value()), path);
                entries.add(new Entry(key.name(), given.key(), value));
            } else {
                missing(key, entries);
            }
        }
        for (Entry entry : mapping.entries()) {
            if (known < mapping.entries().size() && record.key(entry.name()) == null) {
                entries.add(entry);
            }
        }
        return new Mapping(mapping.place(), entries);
    }

    /** Merges a written section into the default of its key. */
    private Node withDefaultBelow(KeySchema key, Node node) {
        boolean merges = key.type().isSection() || key.type() instanceof UnionType;
        return merges && node instanceof Mapping written && defaults.of(key) instanceof Mapping lower
                ? new Overlay(schema()).value(key.type(), lower, written)
                : node;
    }

    private void missing(KeySchema key, List<Entry> entries) {
        Node stated = defaults.of(key);
        RecordSchema section = schema().section(key);
        if (stated != null) {
            entries.add(new Entry(key.name(), stated.place(), value(key, stated, KeyPath.ROOT)));
        } else if (key.nullable()) {
            entries.add(new Entry(key.name(), NOWHERE, new Scalar(NOWHERE, "null", Style.PLAIN)));
        } else if (section != null) {
            Mapping empty = new Mapping(NOWHERE, List.of());
            entries.add(new Entry(key.name(), NOWHERE, record(section, empty, KeyPath.ROOT)));
        }
    }
}
