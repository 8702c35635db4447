package io.alchemi.training.runs;

import io.alchemi.config.diagnose.Diagnostic;
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
import io.alchemi.training.folder.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Reads the file {@code config.yaml} of a run. A resolved configuration has one value per line, and a comment behind each value that
 * states its origin.
 */
final class ResolvedConfig {
    private final Document document;
    private final Map<String, ResolvedValue> values = new LinkedHashMap<>();

    private ResolvedConfig(Document document) {
        this.document = document;
    }

    /**
     * Reads a file.
     *
     * @return the values by their paths, in the notation of {@code --set}, in the order of the file
     * @throws IOException if the file cannot be read, or is not a mapping in YAML
     */
    static Map<String, ResolvedValue> read(Path file) throws IOException {
        Document document =
                new Document(Document.Kind.FILE, file.toString(), Files.readString(RunFiles.requireRegular(file)));
        Diagnostics problems = new Diagnostics();
        Node root = YamlReader.read(document, Limits.DEFAULT, problems);
        if (!(root instanceof Mapping mapping)) {
            throw new IOException(file + reason(problems));
        }
        ResolvedConfig config = new ResolvedConfig(document);
        config.addEntries("", mapping);
        return config.values;
    }

    private static String reason(Diagnostics problems) {
        for (Diagnostic problem : problems.sorted()) {
            return ":" + problem.place().span().line() + ": " + problem.message();
        }
        return ": is not a mapping";
    }

    private void addEntries(String path, Mapping mapping) {
        for (Entry entry : mapping.entries()) {
            String name = needsQuotes(entry.name()) ? '"' + entry.name() + '"' : entry.name();
            add(path.isEmpty() ? name : path + "." + name, entry.value());
        }
    }

    private static boolean needsQuotes(String name) {
        return name.isEmpty() || name.indexOf('.') >= 0 || name.indexOf('[') >= 0 || name.indexOf('=') >= 0;
    }

    private void add(String path, Node node) {
        if (node instanceof Mapping mapping && !mapping.entries().isEmpty()) {
            addEntries(path, mapping);
        } else if (node instanceof Sequence sequence && !isOfScalars(sequence)) {
            for (int i = 0; i < sequence.items().size(); i++) {
                add(path + "[" + i + "]", sequence.items().get(i));
            }
        } else {
            values.put(path, new ResolvedValue(text(node), origin(node.span())));
        }
    }

    private static boolean isOfScalars(Sequence sequence) {
        return sequence.items().stream().allMatch(Scalar.class::isInstance);
    }

    private static String text(Node node) {
        if (node instanceof Scalar scalar) {
            return scalar.isNull() ? "null" : scalar.text();
        } else if (node instanceof Sequence sequence) {
            StringJoiner items = new StringJoiner(", ", "[", "]");
            sequence.items().forEach(item -> items.add(text(item)));
            return items.toString();
        }
        return "{}";
    }

    /** Returns the comment behind a value. Origins may contain {@code " # "}, but a value never continues on another line. */
    private String origin(Span span) {
        String line = document.line(span.endLine());
        int column = Math.min(span.endColumn() - 1, line.codePointCount(0, line.length()));
        String rest = line.substring(line.offsetByCodePoints(0, column)).strip();
        return rest.startsWith("#") ? rest.substring(1).strip() : "";
    }
}
