package io.alchemi.training.run;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
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
import io.alchemi.training.folder.RunEnvironment;
import io.alchemi.training.folder.RunFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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

    private static final Gson JSON =
            new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

    private final Path run;
    private final Mask mask;
    private final Map<Path, String> copied = new HashMap<>();
    private final Set<Path> piped = new HashSet<>();
    private final JsonObject checksums = new JsonObject();

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
            given.forEach(inputs::copy);
            inputs.copyDocuments(loaded.tree());
            Mapping tree = inputs.record(schema.root(), loaded.tree(), KeyPath.ROOT);
            Files.writeString(run.resolve(RunFiles.CHECKSUMS), JSON.toJson(inputs.checksums) + "\n");
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
        Path file = run.resolve(RunFiles.CHECKSUMS);
        if (!Files.exists(file)) {
            return;
        }
        Map<String, String> before;
        try {
            before = RunEnvironment.byPath(JsonParser.parseString(Files.readString(RunFiles.requireRegular(file)))
                    .getAsJsonObject());
        } catch (JsonParseException | IllegalStateException e) {
            throw new IOException(file + " is not a JSON object", e);
        }
        List<Diagnostic> changed = new ArrayList<>();
        for (Map.Entry<String, String> input : before.entrySet()) {
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
            copy(file);
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
        Path file = Path.of(scalar.text());
        String input = copy(file);
        addChecksum(input);
        return new Scalar(scalar.place(), input, Scalar.Style.QUOTED);
    }

    private void addChecksum(String input) {
        Path file = run.resolve(input);
        if (Files.isRegularFile(file) && !checksums.has(input)) {
            try {
                checksums.addProperty(input, Checksum.of(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
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
        Path folder = run.resolve(RunFiles.INPUTS);
        Path copy = folder.resolve(name);
        for (int number = 2; Files.exists(copy) || copy.endsWith(RunFiles.CHECKSUMS); number++) {
            copy = folder.resolve(number + "-" + name);
        }
        return copy;
    }
}
