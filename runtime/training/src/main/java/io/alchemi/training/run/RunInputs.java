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
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Copies of the input files of a run, in its folder {@code inputs}, so that the run folder can be copied to another machine, and the
 * checksums of all of them, so that a resumed run does not train on others.
 */
final class RunInputs extends TreeMapper {
    /** Size limit in bytes. Larger files are not copied. */
    private static final long LARGEST = 100_000_000;

    private static final String HEADER = ".hdr";

    private static final Gson JSON =
            new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

    private final Path run;
    private final Mask mask;
    private final Map<Path, Copied> copied = new HashMap<>();
    private final Set<Path> piped = new HashSet<>();
    private final JsonObject checksums = new JsonObject();

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
        Copied input = copy(Path.of(scalar.text()));
        input.files().forEach(this::addChecksum);
        return new Scalar(scalar.place(), input.path(), Scalar.Style.QUOTED);
    }

    private void addChecksum(String input) {
        if (!checksums.has(input)) {
            try {
                checksums.addProperty(input, Checksum.of(run.resolve(input)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Copies a file once, with its header or data, unless one of them is too large. */
    private Copied copy(Path file) {
        Path known = file.toAbsolutePath().normalize();
        return copied.computeIfAbsent(known, path -> {
            try {
                if (!Files.isRegularFile(path)) {
                    return new Copied(path.toString(), List.of());
                }
                List<Path> parts = parts(path);
                boolean isLarge = false;
                for (Path part : parts) {
                    isLarge |= Files.size(part) > LARGEST;
                }
                if (isLarge) {
                    return new Copied(
                            path.toString(), parts.stream().map(Path::toString).toList());
                }
                String prefix = freePrefix(parts);
                List<String> names = new ArrayList<>();
                for (Path part : parts) {
                    String name = prefix + part.getFileName();
                    copy(part, run.resolve(RunFiles.INPUTS).resolve(name));
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

    /** Returns a file, and its header, or the data that it is the header of: an ENVI spectral library is {@code a.sli} and {@code a.hdr}. */
    private static List<Path> parts(Path file) throws IOException {
        List<Path> parts = new ArrayList<>(List.of(file));
        String name = String.valueOf(file.getFileName());
        String stem = withoutExtension(name);
        if (!name.toLowerCase(Locale.ROOT).endsWith(HEADER)) {
            Stream.of(stem + HEADER, name + HEADER, stem + HEADER.toUpperCase(Locale.ROOT))
                    .map(file::resolveSibling)
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .ifPresent(parts::add);
            return parts;
        }
        try (DirectoryStream<Path> folder = Files.newDirectoryStream(Objects.requireNonNull(file.getParent()))) {
            for (Path other : folder) {
                String data = String.valueOf(other.getFileName());
                boolean isData = data.equals(stem) || withoutExtension(data).equals(stem);
                if (isData && !data.equals(name) && Files.isRegularFile(other)) {
                    parts.add(other);
                }
            }
        }
        return parts;
    }

    private static String withoutExtension(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
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
            isFree &= !Files.exists(copy) && !copy.endsWith(RunFiles.CHECKSUMS);
        }
        return isFree;
    }
}
