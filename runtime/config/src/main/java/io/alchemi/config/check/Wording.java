package io.alchemi.config.check;

import io.alchemi.config.diagnose.FirstSentence;
import io.alchemi.config.diagnose.Signature;
import io.alchemi.config.schema.Bounds;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.Length;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.TextPattern;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.BooleanType;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.config.schema.ValueType.FormattedType;
import io.alchemi.config.schema.ValueType.IntegerType;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.MapType;
import io.alchemi.config.schema.ValueType.PathType;
import io.alchemi.config.schema.ValueType.RealType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.schema.ValueType.UnionType.Branch;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import io.alchemi.config.tree.Sequence;

/** The words of the messages about values. */
final class Wording {
    private Wording() {}

    /** {@code "'train.lr' must be a number > 0, but is the text 'fast'"}. */
    static String mustBe(RecordSchema record, KeySchema key, ValueType type, String path, Node node) {
        return "'" + path + "' must be " + noun(record, key, type) + ", but is " + describe(node);
    }

    /** What is wanted: {@code "an integer ≥ 1"}. */
    static String noun(RecordSchema record, KeySchema key, ValueType type) {
        TextPattern pattern = key.pattern();
        if (type instanceof BooleanType) {
            return "true or false";
        } else if (type instanceof IntegerType) {
            return "an integer" + range(key.bounds());
        } else if (type instanceof RealType) {
            return "a number" + range(key.bounds());
        } else if (type instanceof PathType) {
            return "a path";
        } else if (type instanceof EnumType) {
            return "one of " + Signature.type(record, type);
        } else if (type instanceof RecordType || type instanceof MapType) {
            return "a section with keys of its own";
        } else if (type instanceof FormattedType formatted) {
            return formatted.format().noun();
        } else if (type instanceof ListType list) {
            return "a list, each item " + noun(record, key, list.item());
        } else if (type instanceof UnionType union) {
            return union(union);
        }
        return pattern == null ? "a text" : pattern.describedAs();
    }

    private static String union(UnionType union) {
        if (!union.isByKind()) {
            return "a section with '" + union.discriminator() + "'";
        }
        StringBuilder out = new StringBuilder();
        for (Branch branch : union.branches()) {
            String kind = switch (branch.tag()) {
                case UnionType.MAPPING -> "a section";
                case UnionType.SEQUENCE -> "a list";
                default -> "a single value";
            };
            out.append(out.length() == 0 ? "" : " or ").append(kind);
        }
        return out.toString();
    }

    /** A number of things: {@code "1 item"}. */
    static String number(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    /** A number of things with a blank before it: {@code " exactly 2"}. */
    static String count(Length length) {
        if (length.min() == length.max()) {
            return " exactly " + length.min();
        } else if (length.max() == Integer.MAX_VALUE) {
            return " at least " + length.min();
        }
        return length.min() == 0 ? " at most " + length.max() : " from " + length.min() + " to " + length.max();
    }

    private static String range(Bounds bounds) {
        return Signature.bounds(bounds);
    }

    private static String describe(Node node) {
        if (node instanceof Mapping) {
            return "a section";
        } else if (node instanceof Sequence) {
            return "a list";
        }
        Scalar scalar = (Scalar) node;
        return switch (scalar.kind()) {
            case NULL -> scalar.text().isEmpty() ? "empty" : "null";
            case BOOLEAN -> scalar.text();
            case INTEGER, REAL -> "the number " + scalar.text();
            case TEXT -> scalar.text().isEmpty() ? "the empty text" : "the text '" + scalar.text() + "'";
        };
    }

    /** A key with what it means: {@code "batch_size: samples per optimizer step (integer ≥ 1, default 64)"}. */
    static String about(Schema schema, RecordSchema record, KeySchema key) {
        String doc = FirstSentence.phrase(schema.docs(record).ofKey(key.name()));
        String signature = Signature.of(record, key);
        String text = doc.isEmpty() ? signature : key.type() instanceof RecordType ? doc : doc + " (" + signature + ")";
        return key.name() + ": " + text;
    }
}
