package io.alchemi.config.check;

import io.alchemi.config.diagnose.FirstSentence;
import io.alchemi.config.diagnose.ShortText;
import io.alchemi.config.schema.Constraint;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.LengthBounds;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.Signature;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.AnyType;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.MapType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.ScalarType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.schema.ValueType.UnionType.Branch;
import io.alchemi.config.tree.KeyPath;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import io.alchemi.config.tree.Sequence;

/** Composes messages about values. */
public final class ValueWording {
    private static final String SAMPLE = " such as ";

    private ValueWording() {}

    /** Returns {@code "'train.lr' must be a number > 0, but is the string 'fast'"}. */
    static String mustBe(RecordSchema record, KeySchema key, ValueType type, KeyPath path, Node node) {
        return mustBe(noun(record, key, type), path, node);
    }

    /** Returns {@code "'port' must be an integer or a string, but is true"}. */
    static String mustBe(Schema schema, UnionType union, KeyPath path, Node node) {
        return mustBe(noun(schema, union), path, node);
    }

    /** Returns the forms of a union with their articles: {@code "a section or an integer"}. */
    public static String noun(Schema schema, UnionType union) {
        StringBuilder nouns = new StringBuilder();
        for (Branch branch : union.branches()) {
            RecordSchema record = schema.record(branch.record());
            String noun = branch.tag().equals(UnionType.SCALAR)
                    ? noun(record, record.keys().get(0), record.keys().get(0).type())
                    : "a " + Signature.kind(branch.tag());
            if (nouns.indexOf(noun) < 0) {
                nouns.append(nouns.length() == 0 ? "" : " or ").append(noun);
            }
        }
        return nouns.toString();
    }

    private static String mustBe(String noun, KeyPath path, Node node) {
        return "'" + path + "' must be " + noun + ", but is " + describe(node);
    }

    /** Returns {@code "'betas' has 3 items, but must have exactly 2"}. */
    static String wrongLength(ValueType type, KeyPath path, int length, Constraint constraint) {
        return "'" + path + "' has " + LengthBounds.counted(type, length) + ", but " + constraint.requirement();
    }

    /** Returns the expected type with its article: {@code "an integer ≥ 1"}. */
    public static String noun(RecordSchema record, KeySchema key, ValueType type) {
        return type.accept(new MessageNouns(record, key));
    }

    /** Names types as nouns with articles. */
    private record MessageNouns(RecordSchema record, KeySchema key) implements ValueType.Visitor<String> {
        @Override
        public String visitScalar(ScalarType type) {
            String noun = type.kind().noun();
            String constrained = Signature.constrained(noun, key, type);
            int sample = noun.indexOf(SAMPLE);
            return sample < 0 || constrained.contains(SAMPLE)
                    ? constrained
                    : constrained + ", written like " + noun.substring(sample + SAMPLE.length());
        }

        @Override
        public String visitEnum(EnumType type) {
            return "one of " + Signature.type(record, type);
        }

        @Override
        public String visitList(ListType type) {
            return "a list where each item is " + type.item().accept(this);
        }

        @Override
        public String visitMap(MapType type) {
            return "a mapping";
        }

        @Override
        public String visitRecord(RecordType type) {
            return "a section";
        }

        @Override
        public String visitUnion(UnionType type) {
            if (!type.isByKind()) {
                return "a section with '" + type.discriminator() + "'";
            }
            StringBuilder out = new StringBuilder();
            for (Branch branch : type.branches()) {
                String kind = branch.tag().equals(UnionType.SCALAR) ? "single value" : Signature.kind(branch.tag());
                if (out.indexOf(kind) < 0) {
                    out.append(out.length() == 0 ? "a " : " or a ").append(kind);
                }
            }
            return out.toString();
        }

        @Override
        public String visitAny(AnyType type) {
            return AnyType.NOUN;
        }
    }

    private static String describe(Node node) {
        if (node instanceof Mapping) {
            return "a mapping";
        } else if (node instanceof Sequence) {
            return "a list";
        }
        Scalar scalar = (Scalar) node;
        String text = ShortText.of(scalar.shown());
        return switch (scalar.coreType()) {
            case NULL -> text.isEmpty() ? "empty" : "null";
            case BOOLEAN -> text;
            case INTEGER, FLOAT -> "the number " + text;
            case STRING -> text.isEmpty() ? "the empty string" : "the string '" + text + "'";
        };
    }

    /** Returns a key with its documentation: {@code "batch_size: samples per optimizer step (integer ≥ 1, default 64)"}. */
    static String about(Schema schema, RecordSchema record, KeySchema key) {
        String doc = FirstSentence.phrase(schema.docs(record).ofKey(key.name()));
        String signature = Signature.of(record, key);
        String text = doc.isEmpty() ? signature : schema.section(key) != null ? doc : doc + " (" + signature + ")";
        return key.name() + ": " + text;
    }
}
