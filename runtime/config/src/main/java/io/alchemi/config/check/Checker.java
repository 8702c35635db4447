package io.alchemi.config.check;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.diagnose.Problem;
import io.alchemi.config.diagnose.Suggestion;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.MapType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.TextType;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.Place;
import io.alchemi.config.text.Span;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Mapping.Entry;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import io.alchemi.config.tree.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first pass: finds every problem of text, type and constraint of a canonical tree whose defaults are filled in.
 */
public final class Checker {
    private final Schema schema;
    private final Diagnostics problems;

    private Checker(Schema schema, Diagnostics problems) {
        this.schema = schema;
        this.problems = problems;
    }

    /** Checks a whole tree. */
    public static void check(Schema schema, Mapping root, Diagnostics problems) {
        Place start = new Place(root.document(), Span.START);
        new Checker(schema, problems).record(schema.root(), root, start, "");
    }

    /** Reports a key that a record does not have. */
    static void checkUnknown(Schema schema, RecordSchema record, Mapping mapping, Entry entry, Diagnostics problems) {
        new Checker(schema, problems).unknown(record, mapping, entry, "");
    }

    /** The problems of one value of a key, for defaults and examples in annotations. */
    public static void checkValue(Schema schema, RecordSchema record, KeySchema key, Node value, Diagnostics problems) {
        Place place = value.place();
        new Checker(schema, problems).value(record, key, new Entry(key.name(), place, value), key.name(), place);
    }

    /**
     * Checks a section.
     *
     * @param written the nearest place where somebody wrote the section or one around it
     */
    private void record(RecordSchema record, Mapping mapping, Place written, String path) {
        for (Entry entry : mapping.entries()) {
            KeySchema key = record.key(entry.name());
            if (key == null) {
                unknown(record, mapping, entry, path);
            } else {
                value(record, key, entry, join(path, entry.name()), written);
            }
        }
        for (KeySchema key : record.keys()) {
            if (mapping.entry(key.name()) == null) {
                missing(record, key, written, path);
            }
        }
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private void value(RecordSchema record, KeySchema key, Entry entry, String path, Place parent) {
        Node node = entry.value();
        if (!(key.nullable() && isNull(node))) {
            Place written = node.document().kind() == Document.Kind.DEFAULT ? parent : entry.key();
            typed(record, key, key.type(), node, path, written);
        }
    }

    private void typed(RecordSchema record, KeySchema key, ValueType type, Node node, String path, Place written) {
        if (type instanceof RecordType section) {
            if (node instanceof Mapping mapping) {
                record(schema.record(section), mapping, written, path);
            } else {
                wrong(record, key, type, node, path, "indent its keys below it");
            }
        } else if (type instanceof MapType map) {
            if (node instanceof Mapping mapping) {
                for (Entry entry : mapping.entries()) {
                    typed(record, key, map.value(), entry.value(), join(path, entry.name()), entry.key());
                }
            } else {
                wrong(record, key, type, node, path, "write 'name: value' below it");
            }
        } else if (type instanceof ListType list) {
            if (node instanceof Sequence sequence) {
                List<Node> items = sequence.items();
                for (int i = 0; i < items.size(); i++) {
                    typed(
                            record,
                            key,
                            list.item(),
                            items.get(i),
                            path + "[" + i + "]",
                            items.get(i).place());
                }
            } else {
                wrong(record, key, type, node, path, "write it as [a, b]");
            }
        } else if (node instanceof Scalar scalar) {
            scalar(record, key, type, scalar, path);
        } else {
            wrong(record, key, type, node, path, "");
        }
    }

    private void scalar(RecordSchema record, KeySchema key, ValueType type, Scalar scalar, String path) {
        boolean bareText = scalar.style() == Scalar.Style.BARE && type instanceof TextType;
        if (scalar.isNull() && !bareText) {
            needsValue(key, type, scalar, path);
            return;
        }
        Diagnostic problem = new ScalarCheck(record, key, type, path).judge(scalar);
        if (problem != null) {
            add(problem, record, key);
        }
    }

    private static boolean isNull(Node node) {
        return node instanceof Scalar scalar && scalar.isNull();
    }

    private void needsValue(KeySchema key, ValueType type, Node node, String path) {
        String defaultText = key.defaultText();
        problems.add(new Diagnostic(
                Problem.NULL,
                node.place(),
                "'" + path + "' needs a value",
                defaultText == null || !type.equals(key.type())
                        ? "write one"
                        : "delete the line to get the default " + defaultText));
    }

    private void wrong(RecordSchema record, KeySchema key, ValueType type, Node node, String path, String hint) {
        if (isNull(node)) {
            needsValue(key, type, node, path);
            return;
        }
        add(
                new Diagnostic(Problem.WRONG_TYPE, node.place(), Wording.mustBe(record, key, type, path, node), hint),
                record,
                key);
    }

    private void add(Diagnostic problem, RecordSchema record, KeySchema key) {
        problems.add(new Diagnostic(
                problem.problem(),
                problem.place(),
                problem.message(),
                problem.label(),
                List.of(Wording.about(schema, record, key))));
    }

    private void missing(RecordSchema record, KeySchema key, Place written, String path) {
        String example = key.exampleText();
        String line = example == null ? key.name() + ": …" : key.name() + ": " + example;
        problems.add(new Diagnostic(
                Problem.MISSING_KEY,
                written,
                "'" + join(path, key.name()) + "' is missing",
                path.isEmpty() ? "add '" + line + "'" : "add '" + line + "' to '" + path + "'",
                List.of(Wording.about(schema, record, key))));
    }

    private void unknown(RecordSchema record, Mapping mapping, Entry entry, String path) {
        String nearest = nearest(record, mapping, entry.name());
        KeySchema meant = nearest == null ? null : record.key(nearest);
        String elsewhere = nearest == null ? elsewhere(schema.root(), entry.name(), "", 0) : null;
        problems.add(new Diagnostic(
                Problem.UNKNOWN_KEY,
                entry.key(),
                "unknown key '" + entry.name() + "' " + (path.isEmpty() ? "at the top level" : "in '" + path + "'"),
                nearest != null
                        ? "did you mean '" + nearest + "'?"
                        : elsewhere != null ? "did you mean '" + elsewhere + "'?" : "",
                meant != null
                        ? List.of(Wording.about(schema, record, meant))
                        : elsewhere != null ? List.of() : List.of("keys here: " + names(record))));
    }

    /** The key that was probably meant: one that is not given yet, or else any. */
    private static @Nullable String nearest(RecordSchema record, Mapping mapping, String name) {
        List<String> free = new ArrayList<>();
        List<String> all = new ArrayList<>();
        for (KeySchema key : record.keys()) {
            Entry given = mapping.entry(key.name());
            all.add(key.name());
            if (given == null || given.value().document().kind() == Document.Kind.DEFAULT) {
                free.add(key.name());
            }
        }
        String nearest = Suggestion.nearest(name, free);
        return nearest == null ? Suggestion.nearest(name, all) : nearest;
    }

    /** The path of a key of that very name in another section, or null. */
    private @Nullable String elsewhere(RecordSchema record, String name, String path, int depth) {
        for (KeySchema key : record.keys()) {
            String here = join(path, key.name());
            if (key.name().equals(name)) {
                return here;
            }
            if (key.type() instanceof RecordType section && depth < 8) {
                String found = elsewhere(schema.record(section), name, here, depth + 1);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static String names(RecordSchema record) {
        StringBuilder out = new StringBuilder();
        for (KeySchema key : record.keys()) {
            out.append(out.length() == 0 ? "" : ", ").append(key.name());
        }
        return out.toString();
    }
}
