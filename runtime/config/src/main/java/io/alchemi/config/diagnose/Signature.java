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
import io.alchemi.config.schema.ValueType.Format;
import io.alchemi.config.schema.ValueType.FormattedType;
import io.alchemi.config.schema.ValueType.IntegerType;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.MapType;
import io.alchemi.config.schema.ValueType.PathType;
import io.alchemi.config.schema.ValueType.RealType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.TextType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.schema.ValueType.UnionType.Branch;
import java.util.ArrayList;
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
            boolean clear = out.indexOf(",") < 0 && out.indexOf(" such as ") < 0;
            out.append(clear ? " or null" : ", or null");
        }
        String defaultText = key.defaultText();
        if (defaultText != null) {
            out.append(", default ").append(defaultText.isEmpty() ? "null" : Visible.of(defaultText));
        } else if (key.nullable()) {
            out.append(", default null");
        } else if (!(key.type() instanceof RecordType)) {
            out.append(", required");
        }
        return out.toString();
    }

    /** All that a value of a key must be: {@code integer ≥ 1 in nm}, {@code mae | real}, {@code list of number, 2 items}. */
    public static String type(RecordSchema record, KeySchema key) {
        return constrained(record, key, key.type()) + length(key);
    }

    /** What a value in a collection of a key must be: its key's range, unit and form are its own, but not its length. */
    public static String element(RecordSchema record, KeySchema key, ValueType type) {
        return constrained(record, key, type);
    }

    private static String constrained(RecordSchema record, KeySchema key, ValueType type) {
        TextPattern pattern = key.pattern();
        if (type instanceof ListType list) {
            return (list.unique() ? "set of " : "list of ") + constrained(record, key, list.item());
        } else if (type instanceof MapType map) {
            return "map of " + constrained(record, key, map.value()) + mapKeys(record, map);
        } else if (type instanceof IntegerType || type instanceof RealType) {
            String unit = key.unit().isEmpty() ? "" : " in " + key.unit();
            return type(record, type) + bounds(key.bounds()) + unit;
        }
        boolean text = type instanceof TextType || type instanceof PathType;
        return pattern != null && text ? pattern.describedAs() : type(record, type);
    }

    private static String mapKeys(RecordSchema record, MapType map) {
        EnumType keys = map.keys();
        return keys == null ? "" : " by " + constants(record.enumOf(keys));
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
            return path(path);
        } else if (type instanceof EnumType constants) {
            return constants(record.enumOf(constants));
        } else if (type instanceof RecordType section) {
            return section.type().substring(section.type().lastIndexOf('.') + 1);
        } else if (type instanceof FormattedType formatted) {
            return format(formatted.format());
        } else if (type instanceof UnionType union) {
            return union(union);
        } else if (type instanceof ListType list) {
            return (list.unique() ? "set of " : "list of ") + type(record, list.item());
        } else if (type instanceof MapType map) {
            return "map of " + type(record, map.value()) + mapKeys(record, map);
        }
        return "text";
    }

    private static String path(PathType path) {
        String schema = path.schema();
        String input = schema == null ? "path of an input" : "path of a file of schema " + schema;
        return path.input() ? input : "path";
    }

    private static String format(Format format) {
        return switch (format) {
            case URI -> "URI";
            case DURATION -> "duration such as 30s";
            case DATE -> "date such as 2026-01-31";
            case INSTANT -> "moment such as 2026-01-31T12:00:00Z";
        };
    }

    private static String union(UnionType union) {
        List<String> branches = new ArrayList<>();
        for (Branch branch : union.branches()) {
            branches.add(union.isByKind() ? kind(branch.tag()) : branch.tag());
        }
        String choice = String.join(" | ", branches);
        return union.isByKind() ? choice : "section of " + union.discriminator() + " " + choice;
    }

    /** What a branch is where the kind decides: {@code section}, {@code list}, {@code value}. */
    public static String kind(String tag) {
        return switch (tag) {
            case UnionType.MAPPING -> "section";
            case UnionType.SEQUENCE -> "list";
            default -> "value";
        };
    }

    /** The length of a key with a comma before it, or nothing: {@code ", 2 to 5 characters"}. */
    public static String length(KeySchema key) {
        return key.length().isNone() ? "" : ", " + count(key.length()) + " " + counted(key);
    }

    private static String count(Length length) {
        if (length.min() == length.max()) {
            return Integer.toString(length.min());
        } else if (length.max() == Integer.MAX_VALUE) {
            return "at least " + length.min();
        }
        return length.min() == 0 ? "at most " + length.max() : length.min() + " to " + length.max();
    }

    private static String counted(KeySchema key) {
        int last = key.length().max() < Integer.MAX_VALUE
                ? key.length().max()
                : key.length().min();
        boolean one = last == 1;
        if (key.type() instanceof ListType) {
            return one ? "item" : "items";
        } else if (key.type() instanceof MapType) {
            return one ? "entry" : "entries";
        }
        return one ? "character" : "characters";
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
