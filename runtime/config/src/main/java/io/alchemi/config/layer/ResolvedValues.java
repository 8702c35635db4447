package io.alchemi.config.layer;

import io.alchemi.config.check.SecretReference;
import io.alchemi.config.text.Document;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Mapping.Entry;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import io.alchemi.config.tree.Sequence;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The values of a resolved configuration as {@link ResolvedYaml} writes it: one per line, with a comment behind each that states its
 * origin.
 */
public final class ResolvedValues {
    private final Document document;
    private final Map<String, Node> values = new LinkedHashMap<>();

    /** Takes the values of a document that has been read. */
    public ResolvedValues(Document document, Mapping root) {
        this.document = document;
        addEntries("", root);
    }

    /**
     * Returns scalars, lists of scalars and empty sections and lists by their paths, in the notation of {@code --set} and the order of
     * the document.
     */
    public Map<String, Node> byPath() {
        return values;
    }

    /** Returns the comment behind a value, or an empty string. Origins may contain {@code " # "}, but a value has only one line. */
    public String origin(Node value) {
        String line = document.line(value.span().endLine());
        int column = Math.min(value.span().endColumn() - 1, line.codePointCount(0, line.length()));
        String rest = line.substring(line.offsetByCodePoints(0, column)).strip();
        return rest.startsWith("#") ? rest.substring(1).strip() : "";
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
        if (node instanceof Mapping mapping && !mapping.entries().isEmpty() && !SecretReference.isMasked(node)) {
            addEntries(path, mapping);
        } else if (node instanceof Sequence sequence && !isOfScalars(sequence)) {
            for (int i = 0; i < sequence.items().size(); i++) {
                add(path + "[" + i + "]", sequence.items().get(i));
            }
        } else {
            values.put(path, node);
        }
    }

    private static boolean isOfScalars(Sequence sequence) {
        for (Node item : sequence.items()) {
            if (!(item instanceof Scalar)) {
                return false;
            }
        }
        return true;
    }
}
