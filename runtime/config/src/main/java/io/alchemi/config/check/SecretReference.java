package io.alchemi.config.check;

import io.alchemi.config.tree.CoreType;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Mapping in place of a secret: one that names a file with it, {@code {file: /run/secrets/token}}, or one that a written
 * configuration has instead of it, {@code {masked: true}}, which does not load.
 */
public final class SecretReference {
    /** The key of the path. */
    public static final String FILE = "file";

    private static final String MASKED = "masked";

    /** The keys of these mappings. */
    public static final List<String> KEYS = List.of(FILE, MASKED);

    private SecretReference() {}

    /** Returns the path of the file, or null if the value is not such a mapping. */
    public static @Nullable Scalar file(Node value) {
        return value instanceof Mapping mapping
                        && mapping.entries().size() == 1
                        && mapping.get(FILE) instanceof Scalar path
                        && ScalarCheck.isString(path)
                        && !path.isNull()
                        && !path.text().isEmpty()
                ? path
                : null;
    }

    /** Returns true if a value was a secret before it was written. */
    public static boolean isMasked(Node value) {
        return value instanceof Mapping mapping
                && mapping.entries().size() == 1
                && mapping.get(MASKED) instanceof Scalar scalar
                && scalar.coreType() == CoreType.BOOLEAN;
    }

    /** Returns true if a value is a mapping that has no secret. */
    public static boolean isOpen(Node value) {
        return file(value) != null || isMasked(value);
    }

    /** Returns a reference to another path of the file. */
    public static Mapping withFile(Mapping reference, Scalar path) {
        return new Mapping(reference.place(), List.of(reference.entries().get(0).with(path)));
    }
}
