package io.alchemi.config.diagnose;

import io.alchemi.config.schema.Bounds;
import io.alchemi.config.schema.EnumSchema;
import io.alchemi.config.schema.EnumSchema.Constant;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.Length;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.SchemaText;
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
import java.util.List;

/**
 * A key in a few words, the same in messages, help, editors and on pages: {@code integer ≥ 1, default 64}.
 */
public final class Signature {
    private Signature() {}

    /** Type, range, nullability and default or necessity of a key. */
    public static String of(RecordSchema record, KeySchema key) {
        StringBuilder out = new StringBuilder(type(record, key));
        if (key.nullable()) {
            out.append(" or null");
        }
        String defaultText = key.defaultText();
        if (defaultText != null) {
            out.append(", default ").append(defaultText.isEmpty() ? "null" : defaultText);
        } else if (key.nullable()) {
            out.append(", default null");
        } else if (!(key.type() instanceof RecordType)) {
            out.append(", required");
        }
        return out.toString();
    }

    /** Type and range of a key: {@code integer ≥ 1}, {@code mae | real}. */
    public static String type(RecordSchema record, KeySchema key) {
        TextPattern pattern = key.pattern();
        if (pattern != null) {
            return pattern.describedAs();
        }
        String unit = key.unit().isEmpty() ? "" : " in " + key.unit();
        return type(record, key.type()) + bounds(key.bounds()) + unit + length(key.length());
    }

    /** A type: {@code integer}, {@code list of path}. */
    public static String type(RecordSchema record, ValueType type) {
        if (type instanceof BooleanType) {
            return "true or false";
        } else if (type instanceof IntegerType) {
            return "integer";
        } else if (type instanceof RealType) {
            return "number";
        } else if (type instanceof PathType path) {
            return path.input() ? "path of an input" : "path";
        } else if (type instanceof EnumType constants) {
            return constants(record.enumOf(constants));
        } else if (type instanceof RecordType section) {
            return section.type().substring(section.type().lastIndexOf('.') + 1);
        } else if (type instanceof FormattedType formatted) {
            return formatted.format().word();
        } else if (type instanceof UnionType union) {
            return union(union);
        } else if (type instanceof ListType list) {
            return (list.unique() ? "set of " : "list of ") + type(record, list.item());
        } else if (type instanceof MapType map) {
            return "map of " + type(record, map.value());
        }
        return "text";
    }

    private static String union(UnionType union) {
        StringBuilder out = new StringBuilder();
        for (Branch branch : union.branches()) {
            String type = branch.record().type();
            String shown = union.isByKind() ? type.substring(type.lastIndexOf('.') + 1) : branch.tag();
            out.append(out.length() == 0 ? "" : " | ").append(shown);
        }
        return out.toString();
    }

    /** A length with a comma before it, or nothing: {@code ", length 2"}. */
    public static String length(Length length) {
        if (length.isNone()) {
            return "";
        } else if (length.min() == length.max()) {
            return ", length " + length.min();
        }
        StringBuilder out = new StringBuilder(", length");
        if (length.min() > 0) {
            out.append(" ≥ ").append(length.min());
        }
        if (length.max() < Integer.MAX_VALUE) {
            out.append(length.min() > 0 ? " and" : "").append(" ≤ ").append(length.max());
        }
        return out.toString();
    }

    private static String constants(EnumSchema constants) {
        List<Constant> all = constants.constants();
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < all.size(); i++) {
            out.append(i == 0 ? "" : " | ").append(all.get(i).name());
        }
        return out.toString();
    }

    /** A range with a blank before it, or nothing: {@code " ≥ 1 and < 10"}. */
    public static String bounds(Bounds bounds) {
        StringBuilder out = new StringBuilder();
        if (bounds.min() != Double.NEGATIVE_INFINITY) {
            out.append(bounds.minExclusive() ? " > " : " ≥ ").append(SchemaText.number(bounds.min()));
        }
        if (bounds.max() != Double.POSITIVE_INFINITY) {
            out.append(out.length() == 0 ? "" : " and")
                    .append(bounds.maxExclusive() ? " < " : " ≤ ")
                    .append(SchemaText.number(bounds.max()));
        }
        return out.toString();
    }
}
