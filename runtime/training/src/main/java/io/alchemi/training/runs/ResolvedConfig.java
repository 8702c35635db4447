package io.alchemi.training.runs;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.layer.ResolvedValues;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.Limits;
import io.alchemi.config.tree.Mapping;
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

/** Reads the file {@code config.yaml} of a run. */
final class ResolvedConfig {
    private ResolvedConfig() {}

    /**
     * Reads a file.
     *
     * @return the values by path, written as in {@code --set}, in the order of the file
     * @throws IOException if the file cannot be read, or is not a YAML mapping
     */
    static Map<String, ResolvedValue> read(Path file) throws IOException {
        Document document =
                new Document(Document.Kind.FILE, file.toString(), Files.readString(RunFiles.requireRegular(file)));
        Diagnostics problems = new Diagnostics();
        Node root = YamlReader.read(document, Limits.DEFAULT, problems);
        if (!(root instanceof Mapping mapping)) {
            throw new IOException(file + reason(problems));
        }
        ResolvedValues resolved = new ResolvedValues(document, mapping);
        Map<String, ResolvedValue> values = new LinkedHashMap<>();
        resolved.byPath()
                .forEach((path, node) -> values.put(path, new ResolvedValue(text(node), resolved.origin(node))));
        return values;
    }

    private static String reason(Diagnostics problems) {
        for (Diagnostic problem : problems.sorted()) {
            return ":" + problem.place().span().line() + ": " + problem.message();
        }
        return ": is not a mapping";
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
}
