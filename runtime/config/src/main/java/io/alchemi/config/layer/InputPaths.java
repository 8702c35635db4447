package io.alchemi.config.layer;

import io.alchemi.config.check.SecretReference;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.ScalarType;
import io.alchemi.config.text.Document;
import io.alchemi.config.tree.CoreType;
import io.alchemi.config.tree.KeyPath;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Resolves the paths of input files: first relative to the file that sets them, then to the working directory. */
public final class InputPaths extends TreeMapper {
    private final List<InputFile> files = new ArrayList<>();
    private final Mapping tree;

    /** Resolves the inputs of a tree, which may contain errors. */
    InputPaths(Schema schema, Mapping tree) {
        super(schema);
        this.tree = record(schema.root(), tree, KeyPath.ROOT);
    }

    /** Returns the tree with resolved inputs. Paths of missing files stay as written. */
    Mapping tree() {
        return tree;
    }

    /** Returns the inputs in tree order. */
    List<InputFile> files() {
        return files;
    }

    /**
     * Returns the diagnostic for a missing input file. It lists the paths that were tried.
     *
     * @param input the path as written
     * @param name the key
     */
    public static Diagnostic missing(Scalar input, String name) {
        Path beside = besideItsFile(input);
        String looked = beside == null || beside.equals(Path.of(input.text()))
                ? input.text()
                : beside.normalize() + " and " + input.text();
        String message = "input file '" + name + "' does not exist";
        return new Diagnostic(DiagnosticId.MISSING_INPUT, input.place(), message, "looked for " + looked).at(name);
    }

    /** Returns the first path to try, relative to the file that sets the input, or null if no file sets it. */
    private static @Nullable Path besideItsFile(Scalar input) {
        return input.document().kind() == Document.Kind.FILE
                ? Path.of(input.document().name()).resolveSibling(input.text())
                : null;
    }

    @Override
    protected Node leaf(ValueType type, Node node, KeyPath path) {
        if (!(type instanceof ScalarType wanted)) {
            return node;
        } else if (wanted.kind() == ScalarKind.INPUT && node instanceof Scalar scalar && isPath(scalar)) {
            return input(wanted, scalar, path);
        }
        Scalar file = wanted.kind() == ScalarKind.SECRET ? SecretReference.file(node) : null;
        Path found = file == null ? null : foundBesideItsFile(file);
        return file == null || found == null ? node : SecretReference.withFile((Mapping) node, resolved(file, found));
    }

    /** Returns true if a value is a path. The check reports values that are not. */
    private static boolean isPath(Scalar scalar) {
        boolean text = scalar.style() != Scalar.Style.PLAIN || scalar.coreType() == CoreType.STRING;
        return text && !scalar.isNull() && !scalar.text().isEmpty();
    }

    private Node input(ScalarType wanted, Scalar stated, KeyPath path) {
        Path here;
        try {
            here = Path.of(stated.text());
        } catch (InvalidPathException e) {
            return stated;
        }
        Path found = foundBesideItsFile(stated);
        files.add(new InputFile(wanted.fileSchema(), path.toString(), stated, found == null ? here : found));
        return found == null ? stated : resolved(stated, found);
    }

    /** Returns the path of an existing file relative to the file that sets it, or null. */
    private static @Nullable Path foundBesideItsFile(Scalar stated) {
        try {
            Path beside = besideItsFile(stated);
            return beside != null && Files.exists(beside) ? beside.normalize() : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static Scalar resolved(Scalar stated, Path found) {
        return new Scalar(stated.place(), found.toAbsolutePath().normalize().toString(), Scalar.Style.QUOTED);
    }
}
