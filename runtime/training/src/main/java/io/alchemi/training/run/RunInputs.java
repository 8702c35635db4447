package io.alchemi.training.run;

import io.alchemi.config.Loaded;
import io.alchemi.config.layer.TreeMapper;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.Mask;
import io.alchemi.config.tree.KeyPath;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import io.alchemi.config.tree.Sequence;
import io.alchemi.training.folder.RunFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Copies of the input files of a run, in its folder {@code inputs}, so that the run folder can be copied to another machine. */
final class RunInputs extends TreeMapper {
    /** Size limit in bytes. Larger files are not copied. */
    private static final long LARGEST = 100_000_000;

    private final Path folder;
    private final Mask mask;
    private final Map<Path, String> copied = new HashMap<>();

    private RunInputs(Schema schema, Path folder, Mask mask) {
        super(schema);
        this.folder = folder;
        this.mask = mask;
    }

    /**
     * Copies the configuration files, the files that they extend, and the input files.
     *
     * @param given the configuration files
     * @param run   the folder of the run
     * @return the resolved tree. Its inputs are the copies, relative to the folder of the run; inputs that are folders or too large to be
     *     copied have absolute paths
     */
    static Mapping copy(Schema schema, Loaded<?> loaded, List<Path> given, Path run) throws IOException {
        RunInputs inputs = new RunInputs(schema, run.resolve(RunFiles.INPUTS), loaded.mask());
        try {
            given.forEach(inputs::copy);
            inputs.copyDocuments(loaded.tree());
            return inputs.record(schema.root(), loaded.tree(), KeyPath.ROOT);
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    private void copyDocuments(Node node) {
        Document document = node.document();
        if (document.kind() == Document.Kind.FILE) {
            copy(Path.of(document.name()));
        }
        if (node instanceof Mapping mapping) {
            mapping.entries().forEach(entry -> copyDocuments(entry.value()));
        } else if (node instanceof Sequence sequence) {
            sequence.items().forEach(this::copyDocuments);
        }
    }

    @Override
    protected Node leaf(ValueType type, Node node, KeyPath path) {
        if (type.leafKind() != ScalarKind.INPUT || !(node instanceof Scalar scalar) || scalar.isNull()) {
            return node;
        }
        Path file = Path.of(scalar.text());
        return new Scalar(scalar.place(), copy(file), Scalar.Style.QUOTED);
    }

    /** Copies a file once, and returns its path as seen from the run. */
    private String copy(Path file) {
        Path known = file.toAbsolutePath().normalize();
        return copied.computeIfAbsent(known, path -> {
            try {
                if (!Files.isRegularFile(path) || Files.size(path) > LARGEST) {
                    return path.toString();
                }
                Path copy = free(String.valueOf(path.getFileName()));
                if (mask.isEmpty()) {
                    Files.copy(path, copy);
                } else {
                    Files.write(copy, mask.apply(Files.readAllBytes(path)));
                }
                return RunFiles.INPUTS + "/" + copy.getFileName();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private Path free(String name) {
        Path copy = folder.resolve(name);
        for (int number = 2; Files.exists(copy); number++) {
            copy = folder.resolve(number + "-" + name);
        }
        return copy;
    }
}
