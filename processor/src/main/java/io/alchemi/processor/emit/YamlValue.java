package io.alchemi.processor.emit;

import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.Limits;
import io.alchemi.config.tree.CoreSchema;
import io.alchemi.config.tree.CoreType;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar.Style;
import io.alchemi.config.tree.Sequence;
import io.alchemi.config.tree.YamlReader;
import io.alchemi.config.tree.YamlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parsed YAML value of a default or an example. */
public sealed interface YamlValue {

    /**
     * Scalar.
     *
     * @param text the value without quotes
     * @param quoted true if it was quoted
     */
    record Scalar(String text, boolean quoted) implements YamlValue {
        /** Returns true if the scalar is null in YAML. */
        public boolean isNull() {
            return !quoted && CoreSchema.type(text) == CoreType.NULL;
        }

        /** Returns YAML, quoted as by the author. Also quotes plain scalars that would parse differently in flow context. */
        private String writeScalar() {
            if (quoted) {
                return YamlText.quote(text);
            } else if (isNull()) {
                return text.isEmpty() ? "null" : text;
            }
            return parsesUnchanged() ? text : YamlText.string(text);
        }

        private boolean parsesUnchanged() {
            Document document = new Document(Document.Kind.DEFAULT, "default", "[" + text + "]");
            return YamlText.isPrintable(text)
                    && YamlReader.readPlain(document, Limits.DEFAULT, new Diagnostics()) instanceof Sequence sequence
                    && of(sequence).equals(new Items(List.of(this)));
        }
    }

    /**
     * Sequence.
     *
     * @param items the items
     */
    record Items(List<YamlValue> items) implements YamlValue {}

    /**
     * Mapping.
     *
     * @param values the values by key
     */
    record Entries(Map<String, YamlValue> values) implements YamlValue {}

    /** Parses a value that has passed validation. */
    static YamlValue read(String text) {
        return text.isEmpty() ? new Scalar("", false) : of(node(text));
    }

    /** Parses a value that has passed validation, as the loader does. */
    static Node node(String text) {
        Document document = new Document(Document.Kind.DEFAULT, "default", text);
        Node node = YamlReader.readPlain(document, Limits.DEFAULT, new Diagnostics());
        if (node == null) {
            throw new IllegalArgumentException("'" + text + "' is not valid YAML");
        }
        return node;
    }

    /** Returns true if a YAML value is null. */
    static boolean isNull(String text) {
        return read(text) instanceof Scalar scalar && scalar.isNull();
    }

    private static YamlValue of(Node node) {
        if (node instanceof Mapping mapping) {
            Map<String, YamlValue> values = new LinkedHashMap<>();
            for (Mapping.Entry entry : mapping.entries()) {
                values.put(entry.name(), of(entry.value()));
            }
            return new Entries(values);
        } else if (node instanceof Sequence sequence) {
            List<YamlValue> items = new ArrayList<>();
            for (Node item : sequence.items()) {
                items.add(of(item));
            }
            return new Items(items);
        }
        io.alchemi.config.tree.Scalar scalar = (io.alchemi.config.tree.Scalar) node;
        return new Scalar(scalar.text(), scalar.style() == Style.QUOTED);
    }

    /** Returns the value as YAML on one line. */
    default String write() {
        StringBuilder out = new StringBuilder();
        if (this instanceof Scalar scalar) {
            return scalar.writeScalar();
        } else if (this instanceof Items list) {
            for (YamlValue item : list.items()) {
                out.append(out.isEmpty() ? "" : ", ").append(item.write());
            }
            return "[" + out + "]";
        } else if (this instanceof Entries mapping) {
            for (Map.Entry<String, YamlValue> entry : mapping.values().entrySet()) {
                out.append(out.isEmpty() ? "" : ", ")
                        .append(YamlText.string(entry.getKey()))
                        .append(": ")
                        .append(entry.getValue().write());
            }
            return "{" + out + "}";
        }
        throw new AssertionError(this);
    }
}
