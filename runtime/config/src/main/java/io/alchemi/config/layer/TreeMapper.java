package io.alchemi.config.layer;

import io.alchemi.config.check.UnionBranches;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.AnyType;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.MapType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.ScalarType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.schema.ValueType.UnionType.Branch;
import io.alchemi.config.tree.KeyPath;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Mapping.Entry;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import io.alchemi.config.tree.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Transforms a tree by the types of a schema. Subclasses override the methods for the values that they change. */
public abstract class TreeMapper {
    private final Schema schema;

    /** Creates a mapper for trees of a schema. */
    protected TreeMapper(Schema schema) {
        this.schema = schema;
    }

    final Schema schema() {
        return schema;
    }

    /** Transforms a section. Keeps unknown keys unchanged. */
    protected Mapping record(RecordSchema record, Mapping mapping, KeyPath path) {
        List<Entry> entries = new ArrayList<>(mapping.entries().size());
        int index = -1;
        for (Entry entry : mapping.entries()) {
            index = record.indexOf(entry.name(), index + 1);
            entries.add(
                    index < 0
                            ? entry
                            : entry.with(value(record.keys().get(index), entry.value(), path.key(entry.name()))));
        }
        return new Mapping(mapping.place(), entries);
    }

    /** Transforms a value that is not a section, list or map as declared by its type. */
    protected Node leaf(ValueType type, Node node, KeyPath path) {
        return node;
    }

    /** Returns the branch of a union that a value belongs to, or null. */
    @Nullable
    Branch branch(UnionType union, Node node, KeyPath path) {
        return UnionBranches.branch(schema, union, node);
    }

    /** Transforms the value of a key. */
    protected Node value(KeySchema key, Node node, KeyPath path) {
        return value(key.type(), node, path);
    }

    /** Transforms a value. */
    Node value(ValueType type, Node node, KeyPath path) {
        boolean isLeaf = node instanceof Scalar && !(type instanceof UnionType);
        return isLeaf ? leaf(type, node, path) : type.accept(new TreeVisitor(node, path));
    }

    /** Changes what is inside a value; one that does not have the shape of its type is a leaf. */
    private final class TreeVisitor implements ValueType.Visitor<Node> {
        private final Node node;
        private final KeyPath path;

        TreeVisitor(Node node, KeyPath path) {
            this.node = node;
            this.path = path;
        }

        @Override
        public Node visitScalar(ScalarType type) {
            return leaf(type, node, path);
        }

        @Override
        public Node visitEnum(EnumType type) {
            return leaf(type, node, path);
        }

        @Override
        public Node visitList(ListType type) {
            if (!(node instanceof Sequence sequence)) {
                return leaf(type, node, path);
            }
            List<Node> items = new ArrayList<>(sequence.items().size());
            for (int i = 0; i < sequence.items().size(); i++) {
                items.add(value(type.item(), sequence.items().get(i), path.item(i)));
            }
            return new Sequence(sequence.place(), items);
        }

        @Override
        public Node visitMap(MapType type) {
            if (!(node instanceof Mapping mapping)) {
                return leaf(type, node, path);
            }
            List<Entry> entries = new ArrayList<>(mapping.entries().size());
            for (Entry entry : mapping.entries()) {
                entries.add(entry.with(value(type.value(), entry.value(), path.key(entry.name()))));
            }
            return new Mapping(mapping.place(), entries);
        }

        @Override
        public Node visitRecord(RecordType type) {
            return node instanceof Mapping mapping
                    ? record(schema.record(type), mapping, path)
                    : leaf(type, node, path);
        }

        @Override
        public Node visitUnion(UnionType type) {
            Branch branch = branch(type, node, path);
            if (branch == null) {
                return leaf(type, node, path);
            }
            RecordSchema chosen = schema.record(branch.record());
            if (node instanceof Mapping mapping && !type.isBare(branch)) {
                return UnionBranches.withTag(
                        type, mapping, record(chosen, UnionBranches.withoutTag(type, mapping), path));
            }
            return value(chosen.keys().get(0), node, path);
        }

        @Override
        public Node visitAny(AnyType type) {
            return leaf(type, node, path);
        }
    }
}
