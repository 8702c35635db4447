package io.alchemi.config.layer;

import io.alchemi.config.check.Duplicates;
import io.alchemi.config.check.ParsedDefaults;
import io.alchemi.config.check.UnionBranches;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.MovedKey;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.RetiredKey;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.MapType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.schema.ValueType.UnionType.Branch;
import io.alchemi.config.text.Document;
import io.alchemi.config.tree.KeyPath;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Mapping.Entry;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Converts the tree of one source into canonical form: replaces old names and paths with current ones, drops removed keys, and
 * turns an empty section into an empty mapping. Reports conflicts between old and current names, but validates nothing else.
 */
final class Canonical extends TreeMapper {
    private final Mapping below;
    private final Diagnostics problems;
    private final ParsedDefaults defaults;

    /** The default of the section or union that is being converted, or null. It may have the tag of a union. */
    private @Nullable Node usual;

    private Canonical(Schema schema, Mapping below, Diagnostics problems) {
        super(schema);
        this.below = below;
        this.problems = problems;
        this.defaults = ParsedDefaults.of(schema);
    }

    /**
     * Returns the canonical form of a source's tree.
     *
     * @param hasExtras false for a source of values with paths: {@code extends} is no such path, though a file may contain it
     * @param below the merged tree of lower sources, which may hold the tag of a union that this source adds keys to
     */
    static Mapping of(Mapping root, boolean hasExtras, Mapping below, Schema schema, Diagnostics problems) {
        Canonical canonical = new Canonical(schema, below, problems);
        return canonical.record(schema.root(), hasExtras ? canonical.withoutExtras(root) : root, KeyPath.ROOT);
    }

    /** Returns the root of a document without {@code extends}, {@code $schema} and {@code x-…} keys, which set no value. */
    private Mapping withoutExtras(Mapping root) {
        List<Entry> kept = new ArrayList<>(root.entries().size());
        for (Entry entry : root.entries()) {
            boolean extra = entry.name().equals("$schema") || entry.name().startsWith("x-");
            boolean isParentKey = entry.name().equals(Schema.PARENTS) && schema().hasParents();
            boolean isKey = !extra || schema().root().key(entry.name()) != null;
            if ((isKey && !isParentKey) || !isOfDocument(entry)) {
                kept.add(entry);
            }
        }
        return new Mapping(root.place(), kept);
    }

    private static boolean isOfDocument(Entry entry) {
        return entry.key().document().kind() == Document.Kind.FILE;
    }

    @Override
    protected Mapping record(RecordSchema record, Mapping mapping, KeyPath path) {
        Mapping section = withPresentNames(record, mapping, path);
        if (record.moves().isEmpty()) {
            return section;
        }
        for (MovedKey move : record.moves()) {
            section = moved(record, section, path, move);
        }
        return new FormerSections(schema(), record.moves(), problems).removedFrom(section, record, path);
    }

    private Mapping withPresentNames(RecordSchema record, Mapping mapping, KeyPath path) {
        List<Entry> entries = new ArrayList<>(mapping.entries().size());
        int index = -1;
        for (Entry entry : mapping.entries()) {
            index = record.indexOf(entry.name(), index + 1);
            if (index >= 0) {
                KeySchema key = record.keys().get(index);
                entries.add(entry.with(value(key, entry.value(), path.key(key.name()))));
                continue;
            }
            KeySchema renamed = record.keyOfAlias(entry.name());
            RetiredKey retired = record.retired(entry.name());
            if (renamed != null) {
                alias(record, mapping, entry, renamed, path, entries);
            } else if (retired != null) {
                String message = "'" + path.key(entry.name()) + "' has no effect: " + retired.reason();
                report(
                        path.key(entry.name()).toString(),
                        new Diagnostic(DiagnosticId.RETIRED_KEY, entry.key(), message, "delete the key"));
            } else {
                entries.add(entry);
            }
        }
        return new Mapping(mapping.place(), entries);
    }

    private void alias(
            RecordSchema record, Mapping mapping, Entry entry, KeySchema key, KeyPath path, List<Entry> entries) {
        Entry other = earlierName(mapping, entry, key);
        if (other != null) {
            boolean equal = Duplicates.same(record, key, entry.value(), other.value());
            conflict(
                    entry,
                    path.key(entry.name()).toString(),
                    other,
                    path.key(other.name()).toString(),
                    equal);
            return;
        }
        String message = "'" + path.key(entry.name()) + "' was renamed to '" + key.name() + "'";
        report(
                path.key(key.name()).toString(),
                new Diagnostic(DiagnosticId.ALIAS, entry.key(), message, "write '" + key.name() + "'"));
        entries.add(new Entry(key.name(), entry.key(), value(key, entry.value(), path.key(key.name()))));
    }

    /** Returns the entry that sets the same key by its current name or by an earlier alias, or null. */
    private static @Nullable Entry earlierName(Mapping mapping, Entry entry, KeySchema key) {
        Entry named = mapping.entry(key.name());
        if (named != null) {
            return named;
        }
        for (Entry other : mapping.entries()) {
            if (other.key().equals(entry.key())) {
                return null;
            }
            if (key.aliases().contains(other.name())) {
                return other;
            }
        }
        return null;
    }

    private void conflict(Entry old, String oldPath, Entry present, String presentPath, boolean equal) {
        report(
                presentPath,
                new Diagnostic(
                        equal ? DiagnosticId.ALIAS : DiagnosticId.CONFLICTING_NAMES,
                        old.key(),
                        "'" + oldPath + "' and '" + presentPath + "' are the same key"
                                + (equal ? "" : ", but have different values"),
                        equal ? "delete this key" : "delete one of them",
                        List.of("'" + presentPath + "' is set at "
                                + present.key().describe())));
    }

    private void report(String path, Diagnostic problem) {
        problems.add(problem.at(path));
    }

    @Override
    protected Node value(KeySchema key, Node node, KeyPath path) {
        if (key.nullable() && isNull(node)) {
            return node;
        }
        Node outer = usual;
        usual = key.type().isSection() || key.type() instanceof UnionType ? usual(key, outer) : null;
        Node converted = value(key.type(), node, path);
        usual = outer;
        return converted;
    }

    /** Returns the default of a key, merged with what the default of the enclosing section says, or null. */
    private @Nullable Node usual(KeySchema key, @Nullable Node outer) {
        Node given = outer instanceof Mapping section ? section.get(key.name()) : null;
        Node own = defaults.of(key);
        return given == null || own == null
                ? (given == null ? own : given)
                : new Overlay(schema()).value(key.type(), own, given);
    }

    @Override
    protected Node leaf(ValueType type, Node node, KeyPath path) {
        boolean section = type instanceof RecordType || type instanceof MapType;
        return section && isNull(node) ? new Mapping(node.place(), List.of()) : node;
    }

    @Override
    @Nullable
    Branch branch(UnionType union, Node node, KeyPath path) {
        Branch stated = super.branch(union, node, path);
        if (stated != null || !(node instanceof Mapping) || UnionBranches.tag(union, node) != null) {
            return stated;
        }
        Entry lower = MovedKeyPaths.find(below, path.toString());
        Branch branch = lower == null ? null : super.branch(union, lower.value(), path);
        return branch != null || usual == null ? branch : super.branch(union, usual, path);
    }

    private static boolean isNull(Node node) {
        return node instanceof Scalar scalar && scalar.isNull();
    }

    private Mapping moved(RecordSchema record, Mapping section, KeyPath path, MovedKey move) {
        Entry found = MovedKeyPaths.find(section, move.from());
        if (found == null) {
            return section;
        }
        KeyPath from = below(path, move.from());
        String to = below(path, move.to()).toString();
        RecordSchema target = target(record, move);
        KeySchema key =
                target == null ? null : target.key(move.to().substring(move.to().lastIndexOf('.') + 1));
        // The value must be in the canonical form of its new path.
        Node value = key == null ? found.value() : value(key, found.value(), from);
        Entry old = new Entry(found.name(), found.key(), value);
        Mapping without = MovedKeyPaths.without(section, move.from(), record, schema());
        Entry present = MovedKeyPaths.find(section, move.to());
        if (present != null) {
            boolean equal = target != null && key != null && Duplicates.same(target, key, value, present.value());
            conflict(old, from.toString(), present, to, equal);
            return without;
        }
        MovedKeyPaths.Obstacle obstacle = MovedKeyPaths.obstacle(section, move.to());
        if (obstacle != null) {
            if (obstacle.entry().value() instanceof Scalar scalar && scalar.isNull()) {
                conflict(
                        old,
                        from.toString(),
                        obstacle.entry(),
                        below(path, obstacle.path()).toString(),
                        value.says(obstacle.entry().value()));
            }
            return without; // The check reports that the other value is not a section.
        }
        String message = "'" + from + "' has moved to '" + to + "'";
        report(to.toString(), new Diagnostic(DiagnosticId.MOVED_KEY, old.key(), message, "move it there"));
        return MovedKeyPaths.with(without, move.to(), old);
    }

    private static KeyPath below(KeyPath section, String dotted) {
        KeyPath path = section;
        for (String name : dotted.split("\\.")) {
            path = path.key(name);
        }
        return path;
    }

    /** Returns the record that contains a moved key now, or null. */
    private @Nullable RecordSchema target(RecordSchema holder, MovedKey move) {
        RecordSchema record = holder;
        String[] names = move.to().split("\\.");
        for (int i = 0; i < names.length - 1; i++) {
            KeySchema key = record.key(names[i]);
            RecordSchema section = key == null ? null : schema().section(key);
            if (section == null) {
                return null;
            }
            record = section;
        }
        return record;
    }
}
