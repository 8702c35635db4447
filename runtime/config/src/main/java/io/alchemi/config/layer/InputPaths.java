package io.alchemi.config.layer;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.PathType;
import io.alchemi.config.text.Document;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Mapping.Entry;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Resolves the paths of inputs: beside the file that states them, else in the working directory. */
public final class InputPaths extends TreeMapper {
    private InputPaths(Schema schema) {
        super(schema);
    }

    /** The tree of a valid configuration with its inputs resolved; those that are not there stay as they are written. */
    static Mapping resolve(Schema schema, Mapping tree) {
        return new InputPaths(schema).record(schema.root(), tree, "");
    }

    /** The other place where an input was looked for: beside the file that states it; null if no file states it. */
    public static @Nullable Path besideItsFile(Scalar input) {
        if (input.document().kind() != Document.Kind.FILE) {
            return null;
        }
        try {
            return Path.of(input.document().name()).resolveSibling(input.text());
        } catch (InvalidPathException e) {
            return null;
        }
    }

    @Override
    Mapping record(RecordSchema record, Mapping mapping, String path) {
        List<Entry> entries = new ArrayList<>(mapping.entries().size());
        for (Entry entry : mapping.entries()) {
            KeySchema key = record.key(entry.name());
            entries.add(key == null ? entry : new Entry(entry.name(), entry.key(), value(key, entry.value(), path)));
        }
        return new Mapping(mapping.place(), entries);
    }

    @Override
    Node leaf(ValueType type, Node node) {
        if (type instanceof PathType path && path.input() && node instanceof Scalar scalar && !scalar.isNull()) {
            Path beside = besideItsFile(scalar);
            return beside != null && Files.exists(beside)
                    ? new Scalar(
                            scalar.place(), beside.toAbsolutePath().normalize().toString(), Scalar.Style.QUOTED)
                    : scalar;
        }
        return node;
    }
}
