package io.alchemi.processor.check;

import io.alchemi.config.check.SecretReference;
import io.alchemi.config.layer.TreeMapper;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.tree.KeyPath;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import org.jspecify.annotations.Nullable;

/** Finds values of secrets inside defaults and examples. */
final class StatedSecrets extends TreeMapper {
    private final boolean allowsFiles;
    private @Nullable KeyPath found;

    private StatedSecrets(Schema schema, boolean allowsFiles) {
        super(schema);
        this.allowsFiles = allowsFiles;
    }

    /**
     * Returns the path of the first secret that has a value, or null.
     *
     * @param allowsFiles true if a reference to a file does not count as a value
     */
    static @Nullable KeyPath first(Schema schema, KeySchema key, Node value, boolean allowsFiles) {
        StatedSecrets secrets = new StatedSecrets(schema, allowsFiles);
        secrets.value(key, value, KeyPath.ROOT.key(key.name()));
        return secrets.found;
    }

    @Override
    protected Node leaf(ValueType type, Node node, KeyPath path) {
        boolean isNull = node instanceof Scalar scalar && scalar.isNull();
        boolean isAllowed = isNull || (allowsFiles && SecretReference.file(node) != null);
        if (found == null && type.leafKind() == ScalarKind.SECRET && !isAllowed) {
            found = path;
        }
        return node;
    }
}
