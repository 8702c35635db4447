package io.alchemi.training.report;

import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.Limits;
import io.alchemi.config.text.Span;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Mapping.Entry;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import io.alchemi.config.tree.Sequence;
import io.alchemi.config.tree.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of a resolved configuration, each with the origin that the comment behind it states. */
final class ConfigurationKeys {
    private final Document document;
    private final Map<String, KeyValue> values = new LinkedHashMap<>();

    private ConfigurationKeys(Document document) {
        this.document = document;
    }

    /**
     * Reads the configuration of a run.
     *
     * @return the values by their paths, in the notation of {@code --set}
     * @throws IOException if the file cannot be read, or is not valid YAML
     */
    static Map<String, KeyValue> read(Path file) throws IOException {
        Document document = new Document(Document.Kind.FILE, file.toString(), Files.readString(file));
        Node root = YamlReader.read(document, Limits.DEFAULT, new Diagnostics());
        if (!(root instanceof Mapping mapping)) {
            throw new IOException(file + " is not valid YAML");
        }
        ConfigurationKeys keys = new ConfigurationKeys(document);
        keys.addEntries("", mapping);
        return keys.values;
    }

    private void addEntries(String path, Mapping mapping) {
        for (Entry entry : mapping.entries()) {
            String name = entry.name().indexOf('.') < 0 ? entry.name() : '"' + entry.name() + '"';
            add(path.isEmpty() ? name : path + "." + name, entry.value());
        }
    }

    private void add(String path, Node node) {
        if (node instanceof Mapping mapping && !mapping.entries().isEmpty()) {
            addEntries(path, mapping);
        } else if (node instanceof Sequence sequence && !isOfScalars(sequence.items())) {
            for (int i = 0; i < sequence.items().size(); i++) {
                add(path + "[" + i + "]", sequence.items().get(i));
            }
        } else {
            values.put(path, value(node.span()));
        }
    }

    private static boolean isOfScalars(List<Node> items) {
        return items.stream().allMatch(Scalar.class::isInstance);
    }

    /** Splits the line of a value, which is never longer in a resolved configuration. */
    private KeyValue value(Span span) {
        String line = document.line(span.line());
        int begin = index(line, span.column());
        int end = span.endLine() == span.line() ? index(line, span.endColumn()) : line.length();
        String rest = line.substring(end).strip();
        return new KeyValue(
                line.substring(begin, end).strip(),
                rest.startsWith("#") ? rest.substring(1).strip() : "");
    }

    private static int index(String line, int column) {
        int points = Math.min(column - 1, line.codePointCount(0, line.length()));
        return line.offsetByCodePoints(0, points);
    }
}
