package io.alchemi.config.layer;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.ScalarType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.schema.ValueType.UnionType.Branch;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Path of a value, for example {@code bands[2].center} or {@code metrics."top.1"}.
 *
 * @param steps the keys and indices
 */
public record SettingPath(List<Step> steps) {

    /**
     * Key or index.
     *
     * @param name the key, or empty for an index
     * @param index the index of an item, or -1 for a key
     */
    public record Step(String name, int index) {
        /** Returns true if this step is an index. */
        public boolean isIndex() {
            return index >= 0;
        }

        /** Returns this step as it is written in a path; a key that {@link #parse} would divide is in quotes. */
        @Override
        public String toString() {
            if (isIndex()) {
                return "[" + index + "]";
            }
            boolean isPlain =
                    !name.isEmpty() && !name.startsWith("\"") && name.indexOf('.') < 0 && name.indexOf('[') < 0;
            return isPlain ? name : '"' + name + '"';
        }
    }

    /** Parses a path; returns null if it is invalid. */
    public static @Nullable SettingPath parse(String text) {
        List<Step> steps = new ArrayList<>();
        int at = 0;
        boolean nameNext = true;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end;
            if (nameNext && c == '"') {
                end = text.indexOf('"', at + 1);
                if (end < 0) {
                    return null;
                }
                steps.add(new Step(text.substring(at + 1, end), -1));
                end++;
            } else if (!nameNext && c == '[') {
                end = text.indexOf(']', at);
                int index = end < 0 ? -1 : index(text.substring(at + 1, end));
                if (index < 0) {
                    return null;
                }
                steps.add(new Step("", index));
                end++;
            } else if (nameNext) {
                end = at;
                while (end < text.length() && text.charAt(end) != '.' && text.charAt(end) != '[') {
                    end++;
                }
                if (end == at) {
                    return null;
                }
                steps.add(new Step(text.substring(at, end), -1));
            } else if (c == '.') {
                end = at + 1;
                nameNext = true;
                at = end;
                continue;
            } else {
                return null;
            }
            nameNext = false;
            at = end;
        }
        return nameNext ? null : new SettingPath(steps);
    }

    /** Returns this path as {@link #parse} reads it. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        for (Step step : steps) {
            out.append(out.isEmpty() || step.isIndex() ? "" : ".").append(step);
        }
        return out.toString();
    }

    /** Returns the path that leads from the value at this path to the value at another one inside it, or null if it is not inside. */
    public @Nullable SettingPath to(SettingPath inner) {
        int depth = steps.size();
        boolean isInside =
                inner.steps.size() > depth && inner.steps.subList(0, depth).equals(steps);
        return isInside ? new SettingPath(inner.steps.subList(depth, inner.steps.size())) : null;
    }

    /** Returns the value at this path in a tree, or null. */
    public @Nullable Node in(Node tree) {
        Node node = tree;
        for (Step step : steps) {
            if (!step.isIndex() && node instanceof Mapping mapping) {
                node = mapping.get(step.name());
            } else if (step.isIndex()
                    && node instanceof Sequence sequence
                    && step.index() < sequence.items().size()) {
                node = sequence.items().get(step.index());
            } else {
                return null;
            }
        }
        return node;
    }

    /** Returns the declared type at this path, or null if the schema has no such path. */
    public @Nullable ValueType typeIn(Schema schema) {
        return typeIn(schema, steps.size());
    }

    /** Returns the declared type at the first steps of this path, or null if the schema has no such path. */
    @Nullable
    ValueType typeIn(Schema schema, int count) {
        ValueType type = new RecordType(schema.root().type());
        for (int i = 0; i < count && type != null; i++) {
            type = typeAt(schema, type, steps.get(i));
        }
        return type;
    }

    private static @Nullable ValueType typeAt(Schema schema, ValueType type, Step step) {
        if (type instanceof RecordType section) {
            return typeOfKey(schema.record(section), step.name());
        } else if (type instanceof UnionType union) {
            return typeInUnion(schema, union, step);
        }
        return type instanceof ListType && !step.isIndex() ? null : type.element();
    }

    private static @Nullable ValueType typeOfKey(RecordSchema record, String name) {
        KeySchema key = record.key(name);
        key = key == null ? record.keyOfAlias(name) : key;
        return key == null ? null : key.type();
    }

    /** Returns the type in the first branch that has the key. The final branch is only known after all sources are merged. */
    private static @Nullable ValueType typeInUnion(Schema schema, UnionType union, Step step) {
        if (!union.isByKind() && step.name().equals(union.discriminator())) {
            return new ScalarType(ScalarKind.STRING);
        }
        for (Branch branch : union.branches()) {
            RecordSchema record = schema.record(branch.record());
            ValueType type = union.isBare(branch)
                    ? typeAt(schema, record.keys().get(0).type(), step)
                    : typeOfKey(record, step.name());
            if (type != null) {
                return type;
            }
        }
        return null;
    }

    /** Returns the index that digits mean, or -1. */
    static int index(String digits) {
        if (digits.isEmpty() || digits.length() > 9) {
            return -1;
        }
        int index = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            index = index * 10 + digit;
        }
        return index;
    }
}
