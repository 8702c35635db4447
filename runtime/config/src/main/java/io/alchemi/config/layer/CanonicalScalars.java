package io.alchemi.config.layer;

import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.tree.KeyPath;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;

/** Gives the numbers and booleans of a valid tree one spelling, so that equal values have equal text and equal hashes. */
final class CanonicalScalars extends TreeMapper {
    private CanonicalScalars(Schema schema) {
        super(schema);
    }

    /** Returns the tree with canonical scalars. */
    static Mapping of(Schema schema, Mapping tree) {
        return new CanonicalScalars(schema).record(schema.root(), tree, KeyPath.ROOT);
    }

    @Override
    protected Node leaf(ValueType type, Node node, KeyPath path) {
        ScalarKind kind = type.leafKind();
        if (kind == null || !(node instanceof Scalar scalar) || scalar.isNull()) {
            return node;
        }
        String written = scalar.text();
        String text = switch (kind.jsonType()) {
            case BOOLEAN -> written.equalsIgnoreCase("true") ? "true" : "false";
            case INTEGER -> NumberSpelling.integer(written);
            case NUMBER ->
                kind == ScalarKind.BIG_DECIMAL ? NumberSpelling.exact(written) : NumberSpelling.decimal(written);
            case STRING -> written;
        };
        return text.equals(written) ? node : new Scalar(scalar.place(), text, scalar.style());
    }
}
