package io.alchemi.training.run;

import io.alchemi.command.arguments.Arguments;
import io.alchemi.config.ConfigException;
import io.alchemi.config.Loaded;
import io.alchemi.config.diagnose.Diagnostic;
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
import io.alchemi.training.checkpoint.Checksum;
import io.alchemi.training.folder.EnviFile;
import io.alchemi.training.folder.InputChecksums;
import io.alchemi.training.folder.RunFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Copies of the input files of a run, in its folder {@code inputs}, so that the run folder can be copied to another machine, and the
 * checksums of all of them, so that a resumed run does not train on others.
 */
final class RunInputs extends TreeMapper {
    /** Size limit in bytes. Larger files are not copied. */
    private static final long LARGEST = 100_000_000;

    private final Path run;
    private final Mask mask;
    private final Map<Path, Copied> copied = new HashMap<>();
    private final Set<Path> piped = new HashSet<>();
    private final Map<String, String> checksums = new LinkedHashMap<>();

    /**
     * An input.
     *
     * @param path its path in the resolved tree
     * @param files the paths of the files that are compared on a resume
     */
    private record Copied(String path, List<String> files) {}

    private RunInputs(Schema schema, Path run, Mask mask) {
        super(schema);
        this.run = run;
        this.mask = mask;
    }

    /**
     * Copies the configuration files, the files that they extend, and the input files. Writes the checksums of the input files, also of
     * those that are too large to be copied.
     *
     * @param given the configuration files
     * @param run   the folder of the run
     * @return the resolved tree. Its inputs are the copies, relative to the folder of the run; inputs that are folders or too large to be
     *     copied have absolute paths
     */
    static Mapping copy(Schema schema, Loaded<?> loaded, List<Path> given, Path run) throws IOException {
        RunInputs inputs = new RunInputs(schema, run, loaded.mask());
        try {
            given.forEach(file -> inputs.copy(List.of(file.toAbsolutePath().normalize())));
            inputs.copyDocuments(loaded.tree());
            Mapping tree = inputs.record(schema.root(), loaded.tree(), KeyPath.ROOT);
            InputChecksums.write(run, inputs.checksums);
            return tree;
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    /**
     * Requires that the input files of a run are those that it started with. Runs of earlier versions have no checksums.
     *
     * @param run the folder of the run
     * @throws IOException if the checksums cannot be read
     * @throws ConfigException if the content of an input file has changed
     */
    static void requireUnchanged(Path run) throws IOException {
        List<Diagnostic> changed = new ArrayList<>();
        for (Map.Entry<String, String> input : InputChecksums.read(run).entrySet()) {
            Path path = run.resolve(input.getKey());
            if (!Checksum.of(RunFiles.requireRegular(path)).equals(input.getValue())) {
                changed.add(Arguments.usage(
                        path.toString(),
                        "the content of this input file has changed since the run started",
                        "restore it, or start a new run, with --init-from for the parameters of this one"));
            }
        }
        if (!changed.isEmpty()) {
            throw new ConfigException(changed);
        }
    }

    private void copyDocuments(Node node) {
        Document document = node.document();
        if (document.kind() == Document.Kind.FILE) {
            copy(document);
        }
        if (node instanceof Mapping mapping) {
            mapping.entries().forEach(entry -> copyDocuments(entry.value()));
        } else if (node instanceof Sequence sequence) {
            sequence.items().forEach(this::copyDocuments);
        }
    }

    /** Copies a configuration file. One that was read from standard input or from a pipe cannot be read again, so its text is written. */
    private void copy(Document document) {
        Path file = Path.of(document.name());
        if (Files.isRegularFile(file)) {
            copy(List.of(file.toAbsolutePath().normalize()));
        } else if (piped.add(file)) {
            try {
                Files.writeString(free(file.getFileName() + ".yaml"), mask.apply(document.text()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    protected Node leaf(ValueType type, Node node, KeyPath path) {
        if (type.leafKind() != ScalarKind.INPUT || !(node instanceof Scalar scalar) || scalar.isNull()) {
            return node;
        }
        Copied input =
                copy(EnviFile.both(Path.of(scalar.text()).toAbsolutePath().normalize()));
        input.files().forEach(this::addChecksum);
        return new Scalar(scalar.place(), input.path(), Scalar.Style.QUOTED);
    }

    private void addChecksum(String input) {
        if (!checksums.containsKey(input)) {
            try {
                checksums.put(input, Checksum.of(run.resolve(input)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Copies files that belong together, each once, unless one of them is too large.
     *
     * @param files absolute paths, first that of the file that the configuration names
     */
    private Copied copy(List<Path> files) {
        return copied.computeIfAbsent(files.get(0), named -> {
            try {
                if (!Files.isRegularFile(named)) {
                    return new Copied(named.toString(), List.of());
                }
                boolean isLarge = false;
                for (Path file : files) {
                    isLarge |= Files.size(file) > LARGEST;
                }
                if (isLarge) {
                    return new Copied(
                            named.toString(), files.stream().map(Path::toString).toList());
                }
                String prefix = freePrefix(files);
                List<String> names = new ArrayList<>();
                for (Path file : files) {
                    String name = prefix + file.getFileName();
                    copy(file, run.resolve(RunFiles.INPUTS).resolve(name));
                    names.add(RunFiles.INPUTS + "/" + name);
                }
                return new Copied(names.get(0), names);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void copy(Path file, Path copy) throws IOException {
        if (mask.isEmpty()) {
            Files.copy(file, copy);
        } else {
            Files.write(copy, mask.apply(Files.readAllBytes(file)));
        }
    }

    private Path free(String name) {
        return run.resolve(RunFiles.INPUTS).resolve(freePrefix(List.of(Path.of(name))) + name);
    }

    /** Returns what to put before the names of files so that they replace no other file. */
    private String freePrefix(List<Path> files) {
        String prefix = "";
        for (int number = 2; !isFree(prefix, files); number++) {
            prefix = number + "-";
        }
        return prefix;
    }

    private boolean isFree(String prefix, List<Path> files) {
        boolean isFree = true;
        for (Path file : files) {
            Path copy = run.resolve(RunFiles.INPUTS).resolve(prefix + file.getFileName());
            isFree &= !Files.exists(copy) && !copy.endsWith(RunFiles.CHECKSUMS); // Written last.
        }
        return isFree;
    }
}
