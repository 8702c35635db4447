package io.alchemi.config.schema;

import io.alchemi.config.schema.EnumSchema.Constant;
import io.alchemi.config.schema.ValueType.BooleanType;
import io.alchemi.config.schema.ValueType.EnumType;
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
import java.util.List;

/**
 * Writes the description of a record as the one text that its generated class carries; {@link SchemaTextReader} reads it.
 *
 * <p>The first line is the version of the format. Each further line is one fact: a word that says which, then values and named
 * attributes, separated by blanks; a value that is empty or holds a blank, a quote, a backslash or a control character is
 * quoted.
 */
public final class SchemaText {
    /** The first line. */
    public static final String VERSION = "alchemi 1";

    private final StringBuilder out = new StringBuilder();

    private SchemaText() {}

    /** The text of a record. */
    public static String write(RecordSchema record) {
        SchemaText text = new SchemaText();
        text.record(record);
        return text.out.toString();
    }

    /** Returns lines of other facts in the same form. */
    static String writeLines(List<List<String>> lines) {
        SchemaText text = new SchemaText();
        for (List<String> line : lines) {
            text.out.append(line.get(0));
            text.values(line.subList(1, line.size()));
            text.out.append('\n');
        }
        return text.out.toString();
    }

    private void record(RecordSchema record) {
        out.append(VERSION);
        line("record", record.type());
        RootSchema root = record.root();
        if (root != null) {
            line("schema", root.id());
            attributes("file", root.files());
            if (!root.example().isEmpty()) {
                attribute("example", root.example());
            }
            for (MovedKey move : root.moves()) {
                line("moved", move.from());
                value(move.to());
            }
        }
        String variables = record.variables();
        if (variables != null) {
            line("global", variables);
        }
        for (KeySchema key : record.keys()) {
            key(key);
        }
        for (RetiredKey retired : record.retired()) {
            line("retired", retired.name());
            value(retired.reason());
        }
        for (RuleSchema rule : record.rules()) {
            line("rule", rule.method());
            value(rule.sentence());
            values(rule.keys());
        }
        for (EnumSchema enumSchema : record.enums()) {
            line("enum", enumSchema.type());
            if (enumSchema.ignoreCase()) {
                out.append(" ignorecase");
            }
            for (Constant constant : enumSchema.constants()) {
                line("constant", constant.javaName());
                value(constant.name());
                values(constant.aliases());
            }
        }
        out.append('\n');
    }

    private void key(KeySchema key) {
        line("key", key.name());
        value(key.component());
        type(key.type());
        if (key.nullable()) {
            out.append(" nullable");
        }
        String defaultText = key.defaultText();
        if (defaultText != null) {
            attribute("default", defaultText);
        }
        String exampleText = key.exampleText();
        if (exampleText != null) {
            attribute("example", exampleText);
        }
        attributes("alias", key.aliases());
        bounds(key.bounds());
        length(key.length());
        if (!key.unit().isEmpty()) {
            attribute("unit", key.unit());
        }
        String deprecated = key.deprecated();
        if (deprecated != null) {
            attribute("deprecated", deprecated);
        }
        TextPattern pattern = key.pattern();
        if (pattern != null) {
            attribute("matches", pattern.regex());
            value(pattern.describedAs());
            attributes("suggest", pattern.suggestions());
        }
        FlagSchema flag = key.flag();
        if (flag != null) {
            attribute("flag", flag.name());
            if (!flag.shortName().isEmpty()) {
                attribute("short", flag.shortName());
            }
        }
    }

    private void type(ValueType type) {
        if (type instanceof BooleanType) {
            out.append(" boolean");
        } else if (type instanceof IntegerType integer) {
            value(integer.width().word());
        } else if (type instanceof RealType real) {
            value(real.width().word());
        } else if (type instanceof TextType) {
            out.append(" text");
        } else if (type instanceof PathType path) {
            path(path);
        } else if (type instanceof EnumType constants) {
            attribute("enum", constants.type());
        } else if (type instanceof RecordType record) {
            attribute("record", record.type());
        } else if (type instanceof FormattedType formatted) {
            value(formatted.format().word());
        } else if (type instanceof ListType list) {
            out.append(list.unique() ? " set" : " list");
            type(list.item());
        } else if (type instanceof MapType map) {
            EnumType keys = map.keys();
            if (keys == null) {
                out.append(" map");
            } else {
                attribute("enummap", keys.type());
            }
            type(map.value());
        } else if (type instanceof UnionType union) {
            union(union);
        }
    }

    private void path(PathType path) {
        String schema = path.schema();
        if (schema == null) {
            out.append(path.input() ? " input" : " path");
        } else {
            attribute("inputof", schema);
        }
    }

    private void union(UnionType union) {
        attribute("union", union.type());
        value(union.discriminator());
        value(Integer.toString(union.branches().size()));
        for (Branch branch : union.branches()) {
            attribute(branch.tag(), branch.record().type());
        }
    }

    private void length(Length length) {
        if (length.min() != 0) {
            attribute("minlength", Integer.toString(length.min()));
        }
        if (length.max() != Integer.MAX_VALUE) {
            attribute("maxlength", Integer.toString(length.max()));
        }
    }

    private void bounds(Bounds bounds) {
        if (bounds.min() != Double.NEGATIVE_INFINITY) {
            attribute(bounds.minExclusive() ? "over" : "min", number(bounds.min()));
        }
        if (bounds.max() != Double.POSITIVE_INFINITY) {
            attribute(bounds.maxExclusive() ? "under" : "max", number(bounds.max()));
        }
    }

    /** A number as people write it: whole ones without a fraction. */
    public static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private void line(String word, String value) {
        out.append('\n').append(word);
        value(value);
    }

    private void attribute(String name, String value) {
        out.append(' ').append(name);
        value(value);
    }

    private void attributes(String name, List<String> values) {
        for (String value : values) {
            attribute(name, value);
        }
    }

    private void values(List<String> values) {
        for (String value : values) {
            value(value);
        }
    }

    private void value(String value) {
        out.append(' ');
        if (isBare(value)) {
            out.append(value);
            return;
        }
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '"', '\\' -> out.append('\\').append(c);
                default -> out.append(c);
            }
        }
        out.append('"');
    }

    private static boolean isBare(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c <= ' ' || c == '"' || c == '\\') {
                return false;
            }
        }
        return !value.isEmpty();
    }
}
