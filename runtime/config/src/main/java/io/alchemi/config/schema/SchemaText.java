package io.alchemi.config.schema;

import io.alchemi.config.schema.EnumSchema.Constant;
import io.alchemi.config.schema.ValueType.AnyType;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.MapType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.ScalarType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.schema.ValueType.UnionType.Branch;
import java.util.List;

/**
 * Writes the schema of a record as the text in its generated class, which {@link SchemaTextReader} reads.
 *
 * <p>The first line is the version of the format. Each further line is one fact: a keyword, then values and named attributes,
 * separated by spaces. A value is quoted if it is empty or contains a space, a quote, a backslash or a control character.
 */
public final class SchemaText {
    /** The first line. */
    public static final String VERSION = "alchemi 1";

    /** The keyword of an input path whose file has a schema; the id of the schema follows. */
    static final String INPUT_WITH_SCHEMA = "inputof";

    private final StringBuilder out = new StringBuilder();

    private SchemaText() {}

    /** Returns the schema text of a record. */
    public static String write(RecordSchema record) {
        SchemaText text = new SchemaText();
        text.record(record);
        return text.out.toString();
    }

    /** Returns lines of other facts in the same format. */
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
            if (!root.env().isEmpty()) {
                attribute("env", root.env());
            }
        }
        for (MovedKey move : record.moves()) {
            line("moved", move.from());
            value(move.to());
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
                String deprecated = constant.deprecated();
                if (deprecated != null) {
                    line("deprecated", deprecated);
                }
            }
        }
        out.append('\n');
    }

    private void key(KeySchema key) {
        line("key", key.name());
        value(key.component());
        key.type().accept(new TypeWriter());
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
        for (Constraint constraint : key.constraints()) {
            values(constraint.text());
        }
        if (!key.unit().isEmpty()) {
            attribute("unit", key.unit());
        }
        if (!key.format().isEmpty()) {
            attribute("format", key.format());
        }
        String deprecated = key.deprecated();
        if (deprecated != null) {
            attribute("deprecated", deprecated);
        }
        FlagSchema flag = key.flag();
        if (flag != null) {
            attribute("flag", flag.name());
            if (!flag.shortName().isEmpty()) {
                attribute("short", flag.shortName());
            }
        }
        if (key.operand()) {
            out.append(" operand");
        }
        Requirement requiredIf = key.requiredIf();
        if (requiredIf != null) {
            attribute("requiredif", requiredIf.key());
            value(requiredIf.value());
        }
    }

    /** Appends a type. */
    private final class TypeWriter implements ValueType.Visitor<SchemaText> {
        @Override
        public SchemaText visitScalar(ScalarType type) {
            String fileSchema = type.fileSchema();
            if (fileSchema == null) {
                value(type.kind().word());
            } else {
                attribute(INPUT_WITH_SCHEMA, fileSchema);
            }
            return SchemaText.this;
        }

        @Override
        public SchemaText visitEnum(EnumType type) {
            attribute("enum", type.type());
            return SchemaText.this;
        }

        @Override
        public SchemaText visitList(ListType type) {
            out.append(type.unique() ? " set" : " list");
            return type.item().accept(this);
        }

        @Override
        public SchemaText visitMap(MapType type) {
            EnumType keys = type.keys();
            if (type.keyKind() != ScalarKind.STRING) {
                attribute("keyedmap", type.keyKind().word());
            } else if (keys == null) {
                out.append(" map");
            } else {
                attribute("enummap", keys.type());
            }
            return type.value().accept(this);
        }

        @Override
        public SchemaText visitRecord(RecordType type) {
            attribute("record", type.type());
            return SchemaText.this;
        }

        @Override
        public SchemaText visitUnion(UnionType type) {
            attribute("union", type.type());
            value(type.discriminator());
            value(Integer.toString(type.branches().size()));
            for (Branch branch : type.branches()) {
                value(branch.tag());
                value(branch.record().type());
            }
            return SchemaText.this;
        }

        @Override
        public SchemaText visitAny(AnyType type) {
            value(AnyType.WORD);
            return SchemaText.this;
        }
    }

    private void line(String keyword, String value) {
        out.append('\n').append(keyword);
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
