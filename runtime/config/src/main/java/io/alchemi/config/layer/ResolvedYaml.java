package io.alchemi.config.layer;

import io.alchemi.config.check.UnionBranches;
import io.alchemi.config.diagnose.EscapedText;
import io.alchemi.config.diagnose.FirstSentence;
import io.alchemi.config.schema.EnumSchema.Constant;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.ScalarKind.JsonType;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.Signature;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.AnyType;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.config.schema.ValueType.MapType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.schema.ValueType.UnionType.Branch;
import io.alchemi.config.text.Document;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Mapping.Entry;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import io.alchemi.config.tree.Sequence;
import io.alchemi.config.tree.YamlText;
import java.util.ArrayList;
import java.util.List;

/** Writes a resolved tree as loadable YAML with current names, optionally with the origin of each value. */
public final class ResolvedYaml {
    private static final int FURTHEST_COMMENT = 60;

    private final Schema schema;
    private final List<String> lines = new ArrayList<>();
    private final List<String> origins = new ArrayList<>();
    private boolean withDocs;

    private ResolvedYaml(Schema schema) {
        this.schema = schema;
    }

    /**
     * Returns a tree as YAML.
     *
     * @param schema the schema that the tree was validated against
     * @param tree a resolved tree
     * @param withOrigins true to end the line of each value with a comment that states its origin
     */
    public static String write(Schema schema, Mapping tree, boolean withOrigins) {
        ResolvedYaml yaml = new ResolvedYaml(schema);
        yaml.record(schema.root(), tree, "");
        return yaml.join(withOrigins);
    }

    /**
     * Returns a tree as YAML in which a comment above each key describes it, except for keys of items of lists.
     *
     * @param schema the schema that the tree was validated against
     * @param tree a resolved tree
     */
    public static String writeWithDocs(Schema schema, Mapping tree) {
        ResolvedYaml yaml = new ResolvedYaml(schema);
        yaml.withDocs = true;
        yaml.record(schema.root(), tree, "");
        return yaml.join(false);
    }

    private String join(boolean withOrigins) {
        int column = 0;
        for (String line : lines) {
            column = line.length() <= FURTHEST_COMMENT ? Math.max(column, line.length()) : column;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            out.append(line);
            if (withOrigins && !origins.get(i).isEmpty()) {
                out.append(" ".repeat(Math.max(0, column - line.length())))
                        .append("  # ")
                        .append(EscapedText.of(origins.get(i)));
            }
            out.append('\n');
        }
        return out.toString();
    }

    private void line(String text, String origin) {
        lines.add(text);
        origins.add(origin);
    }

    private void record(RecordSchema record, Mapping mapping, String indent) {
        for (Entry entry : mapping.entries()) {
            KeySchema key = record.key(entry.name());
            if (key != null && key.deprecated() != null && isDefault(entry.value())) {
                continue; // Written out, it would be a warning about a key that nobody set.
            }
            String start = indent + YamlText.string(entry.name()) + ":";
            if (withDocs && key != null) {
                describe(record, key, indent);
            }
            if (key != null && key.nullable() && entry.value() instanceof Scalar scalar && scalar.isNull()) {
                line(start + " null", Origin.of(scalar).describe());
            } else if (key != null) {
                value(record, key.type(), entry.value(), indent, start);
            }
        }
    }

    private void describe(RecordSchema record, KeySchema key, String indent) {
        String doc = FirstSentence.phrase(schema.docs(record).ofKey(key.name()));
        String signature = key.type().isSection() ? "" : Signature.of(record, key);
        String facts = doc.isEmpty() || signature.isEmpty() ? doc + signature : doc + " (" + signature + ")";
        if (indent.isEmpty() && !lines.isEmpty()) {
            line("", "");
        }
        if (!facts.isEmpty()) {
            line(indent + "# " + EscapedText.of(facts), "");
        }
    }

    private static boolean isDefault(Node value) {
        return value.document().kind() == Document.Kind.DEFAULT;
    }

    private void value(RecordSchema record, ValueType type, Node node, String indent, String start) {
        Branch branch = type instanceof UnionType union ? UnionBranches.branch(schema, union, node) : null;
        if (branch != null && ((UnionType) type).isBare(branch)) {
            RecordSchema chosen = schema.record(branch.record());
            value(chosen, chosen.keys().get(0).type(), node, indent, start);
        } else if (isWrittenAsItIs(type)) {
            line(start + " " + YamlText.flow(node), Origin.of(node).describe());
        } else if (node instanceof Mapping mapping && !mapping.entries().isEmpty()) {
            line(start, "");
            section(record, type, mapping, indent + "  ");
        } else if (node instanceof Sequence sequence && hasSections(sequence)) {
            line(start, "");
            items(record, type, sequence, indent);
        } else {
            line(start + " " + flow(record, type, node), Origin.of(node).describe());
        }
    }

    private void section(RecordSchema record, ValueType type, Mapping mapping, String indent) {
        if (type instanceof RecordType inner) {
            record(schema.record(inner), mapping, indent);
        } else if (type instanceof UnionType union) {
            Scalar tag = UnionBranches.tag(union, mapping);
            Branch branch = UnionBranches.branch(schema, union, mapping);
            if (tag != null) {
                String origin = Origin.of(tag).describe();
                line(indent + YamlText.string(union.discriminator()) + ": " + YamlText.string(tag.text()), origin);
            }
            if (branch != null) {
                record(schema.record(branch.record()), UnionBranches.withoutTag(union, mapping), indent);
            }
        } else if (type instanceof MapType map) {
            for (Entry entry : mapping.entries()) {
                String start = indent + YamlText.string(mapKey(record, map, entry)) + ":";
                value(record, map.value(), entry.value(), indent, start);
            }
        }
    }

    private static String mapKey(RecordSchema record, MapType map, Entry entry) {
        EnumType keys = map.keys();
        return keys == null ? map.keyKind().canonical(entry.name()) : name(record, keys, entry.name());
    }

    /** Writes an item of a list, with the dash in its first line. */
    private void item(RecordSchema record, ValueType type, Node item, String indent) {
        Branch branch = type instanceof UnionType union ? UnionBranches.branch(schema, union, item) : null;
        if (branch != null && ((UnionType) type).isBare(branch)) {
            RecordSchema chosen = schema.record(branch.record());
            item(chosen, chosen.keys().get(0).type(), item, indent);
            return;
        }
        int first = lines.size();
        boolean describes = withDocs;
        withDocs = false; // The first line gets the dash.
        if (item instanceof Mapping mapping && !mapping.entries().isEmpty() && !isWrittenAsItIs(type)) {
            section(record, type, mapping, indent + "  ");
        } else if (item instanceof Sequence sequence && hasSections(sequence) && !isWrittenAsItIs(type)) {
            items(record, type, sequence, indent);
        } else {
            line(indent + "  " + flow(record, type, item), Origin.of(item).describe());
        }
        withDocs = describes;
        lines.set(first, indent + "- " + lines.get(first).substring(indent.length() + 2));
    }

    private void items(RecordSchema record, ValueType type, Sequence sequence, String indent) {
        for (Node item : sequence.items()) {
            item(record, elementOf(type), item, indent + "  ");
        }
    }

    /** Returns true for a value without a type, and for a secret, which may be a mapping that names a file. */
    private static boolean isWrittenAsItIs(ValueType type) {
        return type instanceof AnyType || (type.element() == null && type.leafKind() == ScalarKind.SECRET);
    }

    private static ValueType elementOf(ValueType list) {
        ValueType element = list.element();
        return element == null ? list : element;
    }

    private static boolean hasSections(Sequence sequence) {
        for (Node item : sequence.items()) {
            if (!(item instanceof Scalar)) {
                return true;
            }
        }
        return false;
    }

    /** Returns a scalar, a list of scalars or an empty collection in flow style. */
    private String flow(RecordSchema record, ValueType type, Node node) {
        if (isWrittenAsItIs(type)) {
            return YamlText.flow(node);
        } else if (node instanceof Mapping) {
            return "{}";
        } else if (node instanceof Sequence sequence) {
            ValueType item = elementOf(type);
            StringBuilder out = new StringBuilder("[");
            for (Node part : sequence.items()) {
                out.append(out.length() == 1 ? "" : ", ").append(flow(record, item, part));
            }
            return out.append(']').toString();
        }
        return scalar(record, type, (Scalar) node);
    }

    private String scalar(RecordSchema record, ValueType type, Scalar scalar) {
        Branch branch = type instanceof UnionType union ? UnionBranches.branch(schema, union, scalar) : null;
        if (branch != null) {
            RecordSchema chosen = schema.record(branch.record());
            return scalar(chosen, chosen.keys().get(0).type(), scalar);
        } else if (type instanceof EnumType constants) {
            return YamlText.string(name(record, constants, scalar.text()));
        }
        ScalarKind kind = type.leafKind();
        return kind != null && kind.jsonType() == JsonType.STRING && !scalar.isNull()
                ? YamlText.string(kind.canonical(scalar.text()))
                : scalar.text();
    }

    /** Returns the present name of a constant. */
    private static String name(RecordSchema record, EnumType constants, String written) {
        Constant constant = record.enumOf(constants).find(written);
        return constant == null ? written : constant.name();
    }
}
