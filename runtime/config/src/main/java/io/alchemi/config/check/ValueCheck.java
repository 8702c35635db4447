package io.alchemi.config.check;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.Signature;
import io.alchemi.config.diagnose.Suggestion;
import io.alchemi.config.schema.EnumSchema;
import io.alchemi.config.schema.EnumSchema.Constant;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.MapType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.TextType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.schema.ValueType.UnionType.Branch;
import io.alchemi.config.text.Place;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Mapping.Entry;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import io.alchemi.config.tree.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks the value of one key, with all that is inside it. */
final class ValueCheck {
    private final Checker checker;
    private final RecordSchema record;
    private final KeySchema key;
    /** The name of a value that is written without the key, as a branch of a union. */
    private final @Nullable String alone;

    ValueCheck(Checker checker, RecordSchema record, KeySchema key) {
        this(checker, record, key, null);
    }

    private ValueCheck(Checker checker, RecordSchema record, KeySchema key, @Nullable String alone) {
        this.checker = checker;
        this.record = record;
        this.key = key;
        this.alone = alone;
    }

    /**
     * Checks a value that must not be null.
     *
     * @param written the nearest place where somebody wrote the value or a section around it
     */
    void check(ValueType type, Node node, String path, Place written) {
        if (type instanceof RecordType section) {
            if (node instanceof Mapping mapping) {
                checker.record(checker.schema().record(section), mapping, written, path);
            } else {
                wrong(type, node, path, "indent its keys below it");
            }
        } else if (type instanceof MapType map) {
            if (node instanceof Mapping mapping) {
                map(map, mapping, path);
            } else {
                wrong(type, node, path, "write 'name: value' below it");
            }
        } else if (type instanceof ListType list) {
            if (node instanceof Sequence sequence) {
                list(list, sequence, path);
            } else {
                wrong(type, node, path, "write it as [a, b]");
            }
        } else if (type instanceof UnionType union) {
            union(union, node, path, written);
        } else if (node instanceof Scalar scalar) {
            scalar(type, scalar, path);
        } else {
            wrong(type, node, path, "");
        }
    }

    private void map(MapType map, Mapping mapping, String path) {
        EnumType keys = map.keys();
        EnumSchema constants = keys == null ? null : record.enumOf(keys);
        Map<String, String> seen = new HashMap<>();
        for (Entry entry : mapping.entries()) {
            if (constants != null) {
                mapKey(constants, entry, path, seen);
            }
            check(map.value(), entry.value(), Checker.join(path, entry.name()), entry.key());
        }
        length(map, mapping.entries().size(), "entry", "entries", mapping, path);
    }

    private void mapKey(EnumSchema constants, Entry entry, String path, Map<String, String> seen) {
        Constant constant = constants.find(entry.name());
        if (constant == null) {
            String nearest = Suggestion.didYouMean(entry.name(), constants.names());
            add(new Diagnostic(
                    DiagnosticId.UNKNOWN_CONSTANT,
                    entry.key(),
                    "'" + entry.name() + "' is no key of '" + path + "'",
                    nearest.isEmpty() ? "keys: " + String.join(", ", constants.names()) : nearest));
            return;
        }
        String other = seen.putIfAbsent(constant.name(), entry.name());
        if (other != null) {
            add(new Diagnostic(
                    DiagnosticId.CONFLICTING_NAMES,
                    entry.key(),
                    "'" + other + "' and '" + entry.name() + "' are the same key of '" + path + "'",
                    "delete one of them"));
        }
    }

    private void list(ListType list, Sequence sequence, String path) {
        List<Node> items = sequence.items();
        Map<String, Node> seen = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            Node item = items.get(i);
            String here = path + "[" + i + "]";
            check(list.item(), item, here, item.place());
            Node other = list.unique() ? seen.putIfAbsent(Duplicates.text(record, list.item(), item), item) : null;
            if (other != null) {
                duplicate(item, other, here);
            }
        }
        length(list, items.size(), "item", "items", sequence, path);
    }

    private void duplicate(Node item, Node other, String path) {
        add(new Diagnostic(
                Duplicates.writtenAlike(item, other) ? DiagnosticId.DUPLICATE_ITEM : DiagnosticId.CONFLICTING_NAMES,
                item.place(),
                "'" + path + "' stands in the set already",
                "delete it; the first stands at " + other.place().describe()));
    }

    private void length(ValueType type, int length, String one, String many, Node node, String path) {
        if (type.equals(key.type()) && !key.length().contains(length)) {
            add(new Diagnostic(
                    DiagnosticId.WRONG_LENGTH,
                    node.place(),
                    "'" + path + "' has " + Wording.number(length, one, many) + ", but must have"
                            + Wording.count(key.length()),
                    ""));
        }
    }

    private void union(UnionType union, Node node, String path, Place written) {
        Branch branch = Unions.branch(union, node);
        if (branch == null) {
            noBranch(union, node, path, written);
            return;
        }
        RecordSchema chosen = checker.schema().record(branch.record());
        if (node instanceof Mapping mapping && !Unions.standsAlone(union, branch)) {
            checker.record(chosen, Unions.withoutTag(union, mapping), written, path);
        } else {
            KeySchema only = chosen.keys().get(0);
            String name = path.substring(path.lastIndexOf('.') + 1);
            new ValueCheck(checker, chosen, only, name).check(only.type(), node, path, written);
        }
    }

    private void noBranch(UnionType union, Node node, String path, Place written) {
        Scalar tag = Unions.tag(union, node);
        List<String> tags = new ArrayList<>();
        for (Branch branch : union.branches()) {
            tags.add(branch.tag());
        }
        if (union.isByKind() || !(node instanceof Mapping mapping)) {
            wrong(union, node, path, union.isByKind() ? "" : "write '" + union.discriminator() + ": …' below it");
        } else if (tag == null && mapping.entry(union.discriminator()) == null) {
            add(new Diagnostic(
                    DiagnosticId.MISSING_TAG,
                    written,
                    "'" + path + "' does not say which it is",
                    "add '" + union.discriminator() + ": " + String.join(" | ", tags) + "'"));
        } else {
            Node given = mapping.get(union.discriminator());
            String text = tag == null ? "" : tag.text();
            String nearest = Suggestion.didYouMean(text, tags);
            add(new Diagnostic(
                    DiagnosticId.UNKNOWN_CONSTANT,
                    given == null ? written : given.place(),
                    "'" + path + "." + union.discriminator() + "' must be one of " + String.join(" | ", tags),
                    nearest));
        }
    }

    private void scalar(ValueType type, Scalar scalar, String path) {
        boolean bareText = scalar.style() == Scalar.Style.BARE && type instanceof TextType;
        if (scalar.isNull() && !bareText) {
            needsValue(type, scalar, path);
            return;
        }
        Diagnostic problem = new ScalarCheck(record, key, type, path).judge(scalar);
        if (problem != null) {
            add(problem);
        }
    }

    private void wrong(ValueType type, Node node, String path, String hint) {
        if (node instanceof Scalar scalar && scalar.isNull()) {
            needsValue(type, node, path);
        } else {
            String message = Wording.mustBe(record, key, type, path, node);
            add(new Diagnostic(DiagnosticId.WRONG_TYPE, node.place(), message, hint));
        }
    }

    private void needsValue(ValueType type, Node node, String path) {
        String defaultText = key.defaultText();
        boolean hasDefault = defaultText != null && type.equals(key.type());
        checker.add(new Diagnostic(
                DiagnosticId.NULL,
                node.place(),
                "'" + path + "' needs a value",
                hasDefault ? "delete the line to get the default " + defaultText : "write one"));
    }

    private void add(Diagnostic problem) {
        checker.add(
                new Diagnostic(problem.id(), problem.place(), problem.message(), problem.label(), List.of(about())));
    }

    /** What the value means, read from the docs only now that something is wrong with it. */
    private String about() {
        return alone == null
                ? Wording.about(checker.schema(), record, key)
                : alone + ": " + Signature.type(record, key);
    }
}
