package io.alchemi.config.check;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.diagnose.Suggestion;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Requirement;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.text.Span;
import io.alchemi.config.tree.KeyPath;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Mapping.Entry;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks the scalars, types and constraints of a canonical tree after its defaults are filled in. This is the first pass.
 */
public final class Checker {
    private final Schema schema;
    private final Diagnostics problems;

    private Checker(Schema schema, Diagnostics problems) {
        this.schema = schema;
        this.problems = problems;
    }

    /** Checks a whole tree and reports every problem. */
    public static void check(Schema schema, Mapping root, Diagnostics problems) {
        SourceLocation start = new SourceLocation(root.document(), Span.START);
        new Checker(schema, problems).record(schema.root(), root, start, KeyPath.ROOT);
    }

    /** Reports a key that a record does not have. */
    static void checkUnknown(Schema schema, RecordSchema record, Mapping mapping, Entry entry, Diagnostics problems) {
        new Checker(schema, problems).unknown(record, mapping, entry, KeyPath.ROOT);
    }

    /** Checks one value of a key, for defaults and examples in annotations. */
    public static void checkValue(Schema schema, RecordSchema record, KeySchema key, Node value, Diagnostics problems) {
        SourceLocation place = value.place();
        new Checker(schema, problems)
                .value(record, key, new Entry(key.name(), place, value), KeyPath.ROOT.key(key.name()), place);
    }

    /**
     * Checks a section.
     *
     * @param written the location of the section, or of the nearest enclosing section that is written in a source
     */
    void record(RecordSchema record, Mapping mapping, SourceLocation written, KeyPath path) {
        int index = -1;
        for (Entry entry : mapping.entries()) {
            if (isFull()) {
                return;
            }
            index = record.indexOf(entry.name(), index + 1);
            if (index < 0) {
                unknown(record, mapping, entry, path);
            } else {
                value(record, record.keys().get(index), entry, path.key(entry.name()), written);
            }
        }
        for (KeySchema key : record.keys()) {
            if (mapping.entry(key.name()) == null) {
                missing(record, key, written, path, "is missing", toAdd(key, path));
            } else {
                checkRequirement(record, key, mapping, written, path);
            }
        }
    }

    private void value(RecordSchema record, KeySchema key, Entry entry, KeyPath path, SourceLocation parent) {
        Node node = entry.value();
        boolean isDefault = node.document().kind() == Document.Kind.DEFAULT;
        String deprecated = key.deprecated();
        if (deprecated != null && !isDefault) {
            String message = "'" + path + "' is deprecated" + (deprecated.isEmpty() ? "" : ": " + deprecated);
            add(path, new Diagnostic(DiagnosticId.DEPRECATED_KEY, entry.key(), message, ""));
        }
        boolean isNull = node instanceof Scalar scalar && scalar.isNull();
        if (!(key.nullable() && isNull)) {
            new ValueChecker(this, record, key).check(key.type(), node, path, isDefault ? parent : entry.key());
        }
    }

    /** Returns the schema that the tree is checked against. */
    Schema schema() {
        return schema;
    }

    /** Returns true if further problems are ignored. */
    boolean isFull() {
        return problems.isFull();
    }

    /** Reports a problem of a key. */
    void add(KeyPath path, Diagnostic problem) {
        problems.add(problem.at(path.toString()));
    }

    /** Reports a key that is null although another key requires it. */
    private void checkRequirement(
            RecordSchema record, KeySchema key, Mapping mapping, SourceLocation written, KeyPath path) {
        Requirement requirement = key.requiredIf();
        if (requirement == null) {
            return;
        }
        Entry entry = mapping.entry(key.name());
        Entry other = mapping.entry(requirement.key());
        if (entry != null
                && entry.value() instanceof Scalar value
                && value.isNull()
                && other != null
                && other.value() instanceof Scalar scalar
                && !scalar.isNull()
                && requirement.holds(record, scalar.text())) {
            String why = "but " + requirement.phrase();
            if (value.document().kind() == Document.Kind.DEFAULT) {
                missing(record, key, written, path, "is missing, " + why, toAdd(key, path));
            } else {
                missing(record, key, entry.key(), path, "is null, " + why, "write '" + key.line() + "'");
            }
        }
    }

    private static String toAdd(KeySchema key, KeyPath path) {
        return "add '" + key.line() + (path.isRoot() ? "'" : "' to '" + path + "'");
    }

    private void missing(
            RecordSchema record, KeySchema key, SourceLocation written, KeyPath path, String what, String instead) {
        KeyPath here = path.key(key.name());
        if (problems.isUnread(here.toString())) {
            return;
        }
        add(
                here,
                new Diagnostic(
                        DiagnosticId.MISSING_KEY,
                        written,
                        "'" + here + "' " + what,
                        instead,
                        List.of(ValueWording.about(schema, record, key))));
    }

    private void unknown(RecordSchema record, Mapping mapping, Entry entry, KeyPath path) {
        int colon = entry.name().indexOf(':');
        String joined = colon < 0 ? "" : entry.name().substring(0, colon);
        boolean lacksSpace = record.key(joined) != null;
        String nearest = lacksSpace ? joined : nearest(record, mapping, entry.name());
        KeySchema suggested = nearest == null ? null : record.key(nearest);
        KeyPath otherPath = nearest == null ? pathElsewhere(entry.name()) : null;
        add(
                path.key(entry.name()),
                new Diagnostic(
                        DiagnosticId.UNKNOWN_KEY,
                        entry.key(),
                        "unknown key '" + entry.name() + "' "
                                + (path.isRoot() ? "at the top level" : "in '" + path + "'"),
                        lacksSpace
                                ? "write a space after '" + joined + ":'"
                                : nearest != null
                                        ? "did you mean '" + nearest + "'?"
                                        : otherPath != null ? "did you mean '" + otherPath + "'?" : "",
                        suggested != null
                                ? List.of(ValueWording.about(schema, record, suggested))
                                : otherPath != null ? List.of() : List.of("valid keys: " + names(record))));
    }

    /** Returns the most similar key, preferring keys that are not set yet, or null. */
    private static @Nullable String nearest(RecordSchema record, Mapping mapping, String name) {
        List<String> unset = new ArrayList<>();
        List<String> all = new ArrayList<>();
        for (KeySchema key : record.keys()) {
            Entry given = mapping.entry(key.name());
            all.add(key.name());
            if (given == null || given.value().document().kind() == Document.Kind.DEFAULT) {
                unset.add(key.name());
            }
        }
        String nearest = Suggestion.nearest(name, unset);
        return nearest == null ? Suggestion.nearest(name, all) : nearest;
    }

    /** Returns the shortest path of a key with exactly this name in any section, or null. */
    private @Nullable KeyPath pathElsewhere(String name) {
        List<RecordSchema> sections = new ArrayList<>(List.of(schema.root()));
        List<KeyPath> paths = new ArrayList<>(List.of(KeyPath.ROOT));
        for (int i = 0; i < sections.size(); i++) {
            for (KeySchema key : sections.get(i).keys()) {
                KeyPath here = paths.get(i).key(key.name());
                RecordSchema section = schema.section(key);
                if (key.name().equals(name)) {
                    return here;
                } else if (section != null && !sections.contains(section)) {
                    sections.add(section);
                    paths.add(here);
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
