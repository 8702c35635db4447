package io.alchemi.config.layer;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.schema.EnumSchema;
import io.alchemi.config.schema.EnumSchema.Constant;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.text.Span;
import io.alchemi.config.tree.KeyPath;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Mapping.Entry;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import io.alchemi.config.tree.Scalar.Style;
import io.alchemi.config.tree.Sequence;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Source of nested maps, lists and values that a program made. */
record MapSource(String name, Map<String, ?> map) implements Source {

    @Override
    public @Nullable Mapping read(ReadContext reading) {
        Reader reader = new Reader(name, reading);
        try {
            return (Mapping) reader.node(map, KeyPath.ROOT, 1);
        } catch (RuntimeException e) { // The maps, lists and values are the program's own.
            reading.problems().add(reader.failure(e));
            return null;
        }
    }

    /** Returns no values, which may be secrets. */
    @Override
    public String toString() {
        return "map " + name + " with " + map.size() + " entries";
    }

    private static final class Reader {
        private final String name;
        private final ReadContext reading;
        private int nodes;

        Reader(String name, ReadContext reading) {
            this.name = name;
            this.reading = reading;
        }

        /** Returns the tree of a value, or null if it is too large or nested too deeply. */
        @Nullable
        Node node(@Nullable Object value, KeyPath path, int depth) {
            if (depth > reading.limits().depth()) {
                return exceeded(
                        path, "nesting is deeper than " + reading.limits().depth() + " levels", "reduce the nesting");
            } else if (++nodes > reading.limits().nodes()) {
                return exceeded(path, "more than " + reading.limits().nodes() + " values", "make the map smaller");
            } else if (value instanceof Map<?, ?> entries) {
                return mapping(entries, path, depth);
            } else if (value instanceof Iterable<?> items && !(value instanceof Path)) {
                return sequence(items, path, depth);
            } else if (value != null && value.getClass().isArray()) {
                return sequence(items(value), path, depth);
            }
            if (value instanceof Node node) {
                return node;
            }
            String text = text(value);
            boolean isPlain = value == null || value instanceof Number || value instanceof Boolean;
            return new Scalar(place(path, text), text, isPlain ? Style.PLAIN : Style.QUOTED);
        }

        private @Nullable Node exceeded(KeyPath path, String message, String label) {
            reading.problems()
                    .add(new Diagnostic(DiagnosticId.LIMIT, place(path, ""), message, label).at(path.toString()));
            return null;
        }

        private @Nullable Mapping mapping(Map<?, ?> entries, KeyPath path, int depth) {
            List<Entry> read = new ArrayList<>(entries.size());
            for (Map.Entry<?, ?> entry : entries.entrySet()) {
                if (entry.getKey() == null) {
                    reading.problems().add(nullKey(path));
                    continue;
                }
                String key = text(entry.getKey());
                KeyPath here = path.key(key);
                Node value = node(entry.getValue(), here, depth + 1);
                if (value == null) {
                    return null;
                }
                read.add(new Entry(key, place(here, ""), value));
            }
            return new Mapping(place(path, ""), read);
        }

        private Diagnostic nullKey(KeyPath path) {
            String where = path.isRoot() ? "at the top level" : "of '" + path + "'";
            return new Diagnostic(DiagnosticId.WRONG_TYPE, place(path, ""), "a key " + where + " is null", "")
                    .at(path.toString());
        }

        Diagnostic failure(RuntimeException thrown) {
            return new Diagnostic(
                    DiagnosticId.USER_CODE,
                    place(KeyPath.ROOT, ""),
                    "",
                    "the map cannot be read: it threw " + thrown,
                    "report this to the authors of the program",
                    List.of(),
                    thrown);
        }

        private @Nullable Sequence sequence(Iterable<?> items, KeyPath path, int depth) {
            List<Node> read = new ArrayList<>();
            for (Object item : items) {
                Node value = node(item, path.item(read.size()), depth + 1);
                if (value == null) {
                    return null;
                }
                read.add(value);
            }
            return new Sequence(place(path, ""), read);
        }

        private SourceLocation place(KeyPath path, String value) {
            Document document = path.isRoot()
                    ? new Document(Document.Kind.PROPERTY, name, "")
                    : Setting.propertyDocument(name, path.toString(), value);
            reading.problems().register(document);
            return new SourceLocation(
                    document, new Span(1, 1, 1, 1 + document.text().length()));
        }

        private static List<@Nullable Object> items(Object array) {
            List<@Nullable Object> items = new ArrayList<>();
            for (int i = 0; i < Array.getLength(array); i++) {
                items.add(Array.get(array, i));
            }
            return items;
        }

        private String text(@Nullable Object value) {
            if (value == null) {
                return "null";
            } else if (value instanceof Enum<?> constant) {
                return constant(constant);
            } else if (value instanceof Double || value instanceof Float) {
                double number = ((Number) value).doubleValue();
                if (Double.isNaN(number)) {
                    return ".nan";
                } else if (Double.isInfinite(number)) {
                    return number > 0 ? ".inf" : "-.inf";
                }
            }
            return ScalarKind.text(value);
        }

        /** Returns the name of a constant in YAML if its enum is in the schema. */
        private String constant(Enum<?> value) {
            String type = value.getDeclaringClass().getCanonicalName();
            for (RecordSchema record : reading.schema().records().values()) {
                for (EnumSchema known : record.enums()) {
                    for (Constant constant : known.type().equals(type) ? known.constants() : List.<Constant>of()) {
                        if (constant.javaName().equals(value.name())) {
                            return constant.name();
                        }
                    }
                }
            }
            return value.toString();
        }
    }
}
