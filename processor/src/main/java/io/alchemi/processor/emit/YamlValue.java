package io.alchemi.processor.emit;

import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.Limits;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Sequence;
import io.alchemi.config.tree.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The YAML text of a default or an example, taken apart. */
public sealed interface YamlValue {

    /**
     * A scalar.
     *
     * @param text the text without quotes
     * @param quoted whether it stood in quotes
     */
    record Scalar(String text, boolean quoted) implements YamlValue {
        /** Whether it is the null of YAML. */
        public boolean isNull() {
            return !quoted && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
        }
    }

    /**
     * A sequence.
     *
     * @param items its items
     */
    record Items(List<YamlValue> items) implements YamlValue {}

    /**
     * A mapping.
     *
     * @param values its values by key
     */
    record Entries(Map<String, YamlValue> values) implements YamlValue {}

    /** Reads a text, as the loader reads it. */
    static YamlValue read(String text) {
        Document document = new Document(Document.Kind.DEFAULT, "default", text);
        // What is no YAML was reported by the check, which comes before.
        return text.isEmpty() ? of(null) : of(YamlReader.readPlain(document, Limits.DEFAULT, new Diagnostics()));
    }

    /** Whether a text is the null of YAML. */
    static boolean isNull(String text) {
        return read(text) instanceof Scalar scalar && scalar.isNull();
    }

    private static YamlValue of(@Nullable Node node) {
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
        } else if (node instanceof io.alchemi.config.tree.Scalar scalar) {
            return new Scalar(scalar.text(), scalar.style() == io.alchemi.config.tree.Scalar.Style.QUOTED);
        }
        return new Scalar("", false);
    }

    /** The value as YAML text in one line. */
    default String write() {
        StringBuilder out = new StringBuilder();
        if (this instanceof Scalar scalar) {
            return scalar.quoted() ? YamlText.quote(scalar.text()) : scalar.text();
        } else if (this instanceof Items list) {
            for (YamlValue item : list.items()) {
                out.append(out.isEmpty() ? "" : ", ").append(item.write());
            }
            return "[" + out + "]";
        } else if (this instanceof Entries mapping) {
            for (Map.Entry<String, YamlValue> entry : mapping.values().entrySet()) {
                out.append(out.isEmpty() ? "" : ", ")
                        .append(YamlText.key(entry.getKey()))
                        .append(": ")
                        .append(entry.getValue().write());
            }
            return "{" + out + "}";
        }
        throw new AssertionError(this);
    }
}
