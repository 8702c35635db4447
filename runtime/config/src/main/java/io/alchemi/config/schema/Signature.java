package io.alchemi.config.schema;

import io.alchemi.config.diagnose.EscapedText;
import io.alchemi.config.schema.ValueType.AnyType;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.MapType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.ScalarType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.schema.ValueType.UnionType.Branch;
import org.jspecify.annotations.Nullable;

/** Renders a short description of a key for messages, help, editors and pages: {@code integer ≥ 1, default 64}. */
public final class Signature {
    private Signature() {}

    /** Returns the type, constraints, nullability and default of a key, or {@code required}. */
    public static String of(RecordSchema record, KeySchema key) {
        String type = type(record, key);
        StringBuilder out = new StringBuilder(key.nullable() ? orNull(type, "null") : type);
        String defaultText = key.defaultText();
        if (defaultText != null) {
            out.append(", default ").append(defaultText.isEmpty() ? "null" : EscapedText.of(defaultText));
        } else if (key.nullable()) {
            out.append(", default null");
        } else if (!key.type().isSection()) {
            out.append(", required");
        }
        Requirement requiredIf = key.requiredIf();
        if (requiredIf != null) {
            out.append(", ").append(requiredIf.phrase());
        }
        return out.toString();
    }

    /** Returns a noun for a value that may be null, with a comma where "or" alone would be ambiguous. */
    public static String orNull(String type, String nullWord) {
        boolean clear = type.indexOf(',') < 0 && type.indexOf(" such as ") < 0;
        return type + (clear ? " or " : ", or ") + nullWord;
    }

    /** Returns the type and constraints of a key: {@code integer ≥ 1 in nm}, {@code mae | real}, {@code list of number, 2 items}. */
    public static String type(RecordSchema record, KeySchema key) {
        return element(record, key, key.type()) + suffix(key);
    }

    /** Returns the type and constraints of a part of a value, without the constraints on the whole value. */
    public static String element(RecordSchema record, KeySchema key, ValueType type) {
        return type.accept(new SignatureNouns(record, key));
    }

    /** Returns the constraints on the whole value as a suffix, {@code ", 2 to 5 characters"}, or an empty string. */
    public static String suffix(KeySchema key) {
        StringBuilder out = new StringBuilder();
        for (Constraint constraint : key.constraints()) {
            out.append(constraint.suffix(key.type()));
        }
        return out.toString();
    }

    /** Returns a noun for a single value with the format and the constraints of its key added to it. */
    public static String constrained(String noun, KeySchema key, ScalarType type) {
        String qualified = key.format().isEmpty() ? noun : noun + " of format " + key.format();
        for (Constraint constraint : key.constraints()) {
            qualified = constraint.appliesTo(type) ? constraint.qualify(qualified) : qualified;
        }
        return qualified;
    }

    /** Returns a noun for a type, without constraints: {@code integer}, {@code list of path}. */
    public static String type(RecordSchema record, ValueType type) {
        return type.accept(new SignatureNouns(record, null));
    }

    /** Names types as nouns without articles. */
    private record SignatureNouns(
            RecordSchema record, @Nullable KeySchema key) implements ValueType.Visitor<String> {
        @Override
        public String visitScalar(ScalarType type) {
            String fileSchema = type.fileSchema();
            String noun = fileSchema == null ? type.kind().signature() : "path of a file of schema " + fileSchema;
            return key == null
                    ? noun
                    : constrained(noun, key, type) + (key.unit().isEmpty() ? "" : " in " + key.unit());
        }

        @Override
        public String visitEnum(EnumType type) {
            return String.join(" | ", record.enumOf(type).names());
        }

        @Override
        public String visitList(ListType type) {
            return (type.unique() ? "set of " : "list of ") + type.item().accept(this);
        }

        @Override
        public String visitMap(MapType type) {
            EnumType keys = type.keys();
            return "map of " + type.value().accept(this) + (keys == null ? byKind(type) : " by " + visitEnum(keys));
        }

        @Override
        public String visitRecord(RecordType type) {
            return RecordName.simple(type.type());
        }

        @Override
        public String visitUnion(UnionType type) {
            StringBuilder out = new StringBuilder(type.isByKind() ? "" : "section of " + type.discriminator() + " ");
            String separator = "";
            for (Branch branch : type.branches()) {
                String noun = type.isByKind() ? kind(branch.tag()) : branch.tag();
                if (!type.isByKind() || out.indexOf(noun) < 0) {
                    out.append(separator).append(noun);
                    separator = " | ";
                }
            }
            return out.toString();
        }

        @Override
        public String visitAny(AnyType type) {
            return AnyType.NOUN;
        }
    }

    /** Returns the noun of the keys of a map, {@code " by integer"}, or an empty string for strings. */
    public static String byKind(MapType map) {
        return map.keyKind() == ScalarKind.STRING ? "" : " by " + map.keyKind().signature();
    }

    /** Returns a noun for a branch that the kind of the value selects: {@code section}, {@code list}, {@code value}. */
    public static String kind(String tag) {
        return switch (tag) {
            case UnionType.MAPPING -> "section";
            case UnionType.SEQUENCE -> "list";
            default -> "value";
        };
    }
}
