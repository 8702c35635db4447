package io.alchemi.config.layer;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.ScalarType;
import io.alchemi.config.text.Document;
import io.alchemi.config.tree.CoreType;
import io.alchemi.config.tree.Mapping;
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
    private final List<InputFile> files = new ArrayList<>();
    private final Mapping tree;

    /** Goes through a tree, which may be faulty. */
    InputPaths(Schema schema, Mapping tree) {
        super(schema);
        this.tree = record(schema.root(), tree, "");
    }

    /** The tree with its inputs resolved; those that are not there stay as they are written. */
    Mapping tree() {
        return tree;
    }

    /** The inputs, in the order in which the tree names them. */
    List<InputFile> files() {
        return files;
    }

    /**
     * Says that an input is not there, and where it was looked for.
     *
     * @param input the path as it is written
     * @param name the key
     */
    public static Diagnostic missing(Scalar input, String name) {
        Path beside = besideItsFile(input);
        String looked = beside == null || beside.equals(Path.of(input.text()))
                ? input.text()
                : beside.normalize() + " and " + input.text();
        return new Diagnostic(
                DiagnosticId.MISSING_INPUT,
                input.place(),
                "the input '" + name + "' is not there",
                "looked for " + looked);
    }

    /** The first place where an input is looked for: beside the file that states it; null if no file states it. */
    private static @Nullable Path besideItsFile(Scalar input) {
        return input.document().kind() == Document.Kind.FILE
                ? Path.of(input.document().name()).resolveSibling(input.text())
                : null;
    }

    @Override
    protected Node leaf(ValueType type, Node node, String path) {
        return type instanceof ScalarType wanted
                        && wanted.kind() == ScalarKind.INPUT
                        && node instanceof Scalar scalar
                        && isPath(scalar)
                ? input(wanted, scalar, path)
                : node;
    }

    /** Whether a value is a path at all; if not, the check says so. */
    private static boolean isPath(Scalar scalar) {
        boolean text = scalar.style() != Scalar.Style.PLAIN || scalar.coreType() == CoreType.STRING;
        return text && !scalar.isNull() && !scalar.text().isEmpty();
    }

    private Node input(ScalarType wanted, Scalar stated, String path) {
        Path here;
        Path found;
        try {
            here = Path.of(stated.text());
            Path beside = besideItsFile(stated);
            found = beside != null && Files.exists(beside) ? beside.normalize() : null;
        } catch (InvalidPathException e) {
            return stated;
        }
        files.add(new InputFile(wanted.fileSchema(), path, stated, found == null ? here : found));
        return found == null
                ? stated
                : new Scalar(stated.place(), found.toAbsolutePath().normalize().toString(), Scalar.Style.QUOTED);
    }
}
