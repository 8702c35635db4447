package io.alchemi.training.run;

import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.layer.InputFile;
import io.alchemi.config.layer.InputPaths;
import io.alchemi.config.layer.TreeMapper;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.tree.KeyPath;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import io.alchemi.training.folder.RunFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Validates the paths of a configuration before training starts: inputs exist, outputs are inside the run's folder, and secrets come from
 * files.
 */
final class RunPaths extends TreeMapper {
    /** Maximum length of a file name on ext4, XFS, NTFS and APFS. */
    private static final int LONGEST_NAME = 255;

    private final Diagnostics problems = new Diagnostics();

    private RunPaths(Schema schema) {
        super(schema);
    }

    /**
     * Validates all paths.
     *
     * @param inputs the files that the configuration names as inputs
     * @throws ConfigException with all invalid paths
     */
    static void require(Schema schema, Mapping tree, List<InputFile> inputs) {
        RunPaths paths = new RunPaths(schema);
        for (InputFile input : inputs) {
            if (!Files.exists(input.file())) {
                paths.problems.add(InputPaths.missing(input.stated(), input.key()));
            }
        }
        paths.record(schema.root(), tree, KeyPath.ROOT);
        if (paths.problems.hasErrors()) {
            throw new ConfigException(paths.problems.sorted());
        }
    }

    @Override
    protected Node leaf(ValueType type, Node node, KeyPath path) {
        if (type.leafKind() == ScalarKind.PATH && node instanceof Scalar scalar && !scalar.isNull()) {
            output(scalar, path);
        } else if (node instanceof Scalar scalar && scalar.isSecret()) {
            problems.add(new Diagnostic(
                    DiagnosticId.SECRET_OF_RUN,
                    scalar.place(),
                    "'" + path + "' is a secret, but the folder of a run keeps its configuration, to go on with it",
                    "write {file: PATH} with the path of a file that holds the secret"));
        }
        return node;
    }

    private void output(Scalar output, KeyPath name) {
        Path path = Path.of(output.text()).normalize();
        Path above = ownFileAbove(path);
        if (RunFiles.isOwn(path)) {
            refuse(output, name, "would overwrite a file that every run has", "write another name");
        } else if (path.isAbsolute() || path.startsWith("..") || path.toString().isEmpty()) {
            refuse(
                    output,
                    name,
                    "would leave the folder of the run",
                    "write a relative path, such as " + path.getFileName());
        } else if (above != null) {
            refuse(output, name, "would be inside " + above + ", which is a file", "write another name");
        }
        for (Path part : path) {
            int length = part.toString().getBytes(StandardCharsets.UTF_8).length;
            if (length > LONGEST_NAME) {
                String reason = "has a name of " + length + " bytes, but file systems allow " + LONGEST_NAME;
                refuse(output, name, reason, "write a shorter name");
            }
        }
    }

    /** Returns the run file that a path would use as a folder, or null. */
    private static @Nullable Path ownFileAbove(Path path) {
        for (Path folder = path.getParent(); folder != null; folder = folder.getParent()) {
            if (RunFiles.isOwn(folder) && !folder.toString().equals(RunFiles.CHECKPOINTS)) {
                return folder;
            }
        }
        return null;
    }

    private void refuse(Scalar output, KeyPath name, String reason, String label) {
        problems.add(new Diagnostic(
                DiagnosticId.OUTPUT_OUTSIDE, output.place(), "the output '" + name + "' " + reason, label));
    }
}
