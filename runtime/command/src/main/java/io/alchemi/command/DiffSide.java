package io.alchemi.command;

import io.alchemi.command.arguments.Arguments;
import io.alchemi.command.arguments.ConfigLayers;
import io.alchemi.command.index.ProgramIndex;
import io.alchemi.command.index.SchemaOfFile;
import io.alchemi.config.ConfigException;
import io.alchemi.config.Loaded;
import io.alchemi.config.Loader;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.layer.FileText;
import io.alchemi.config.layer.InputFile;
import io.alchemi.config.layer.ResolvedValues;
import io.alchemi.config.layer.ResolvedYaml;
import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.JarIndex.SchemaEntry;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.Limits;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import io.alchemi.config.tree.Sequence;
import io.alchemi.config.tree.YamlReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A configuration that is compared with another one.
 *
 * @param name the name of its file
 * @param schema the id of its schema
 * @param values its values in canonical spelling, with defaults and their origins
 * @param secrets its literal secrets by path
 * @param inputs the input files that it references
 */
record DiffSide(
        String name, String schema, ResolvedValues values, Map<String, String> secrets, List<InputFile> inputs) {

    /**
     * Reads a configuration.
     *
     * @param operand a file, the folder of a run, or {@code -}
     * @param id the schema, or null to determine it from the file
     * @param problems receives errors and warnings
     * @return the configuration, or null after an error
     */
    static @Nullable DiffSide read(String operand, ProgramIndex index, @Nullable String id, List<Diagnostic> problems) {
        try {
            Path path = Arguments.path(operand);
            boolean isFolder = !operand.equals(ConfigLayers.STANDARD_INPUT) && Files.isDirectory(path);
            FileText text = ConfigLayers.read(
                    isFolder ? path.resolve(ConfigLayers.OF_RUN).toString() : operand);
            SchemaOfFile schemas = new SchemaOfFile(index);
            SchemaEntry entry = id == null ? schemas.of(text, problems) : schemas.ofId(id, "--schema " + id);
            Loader<?> loader = index.loader(entry);
            Loaded<?> loaded = loader.load(List.of(Source.file(text)));
            problems.addAll(loaded.warnings());
            String yaml = ResolvedYaml.write(loader.schema(), loaded.inputs().stated(), true);
            Document document = new Document(Document.Kind.FILE, text.document().name(), yaml);
            if (!(YamlReader.read(document, Limits.DEFAULT, new Diagnostics()) instanceof Mapping root)) {
                throw new IllegalStateException("a resolved configuration cannot be read:\n" + yaml);
            }
            return new DiffSide(
                    text.document().name(),
                    entry.id(),
                    new ResolvedValues(document, root),
                    secrets(new ResolvedValues(document, loaded.inputs().stated())),
                    loaded.inputs().named());
        } catch (ConfigException e) {
            problems.addAll(e.diagnostics());
            return null;
        }
    }

    private static Map<String, String> secrets(ResolvedValues values) {
        Map<String, String> secrets = new HashMap<>();
        for (Map.Entry<String, Node> value : values.byPath().entrySet()) {
            if (value.getValue() instanceof Sequence list) {
                for (int i = 0; i < list.items().size(); i++) {
                    addSecret(value.getKey() + "[" + i + "]", list.items().get(i), secrets);
                }
            } else {
                addSecret(value.getKey(), value.getValue(), secrets);
            }
        }
        return secrets;
    }

    private static void addSecret(String path, Node node, Map<String, String> secrets) {
        if (node instanceof Scalar scalar && scalar.isSecret()) {
            secrets.put(path, scalar.text());
        }
    }

    /** Returns the input file that a key references, or null if it references none or the file does not exist. */
    @Nullable
    Path input(String key) {
        for (InputFile input : inputs) {
            if (input.key().equals(key) && Files.isRegularFile(input.file())) {
                return input.file();
            }
        }
        return null;
    }
}
