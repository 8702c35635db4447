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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the text that {@link SchemaText} writes. */
public final class SchemaTextReader implements Constraint.Operands {
    private final String text;
    private int at;

    /** The text again: a start is interpreted, and there an array is read several times as fast as a string. */
    private final char[] characters;

    private final List<KeySchema> keys = new ArrayList<>();
    private final List<RuleSchema> rules = new ArrayList<>();
    private final List<RetiredKey> retired = new ArrayList<>();
    private final List<EnumSchema> enums = new ArrayList<>();
    private final List<MovedKey> moves = new ArrayList<>();
    private String type = "";
    private @Nullable RootSchema root;
    private @Nullable String variables;

    private SchemaTextReader(String text) {
        this.text = text;
        this.characters = text.toCharArray();
    }

    /**
     * Returns the record of a schema text.
     *
     * @throws IllegalArgumentException if a newer version wrote the text, or it is not a schema text
     */
    public static RecordSchema read(String text) {
        if (!text.startsWith(SchemaText.VERSION + "\n")) {
            int end = text.indexOf('\n');
            throw new IllegalArgumentException(
                    "an unsupported schema format, '" + (end < 0 ? text : text.substring(0, end))
                            + "': this version of Alchemi reads '" + SchemaText.VERSION + "'; update Alchemi");
        }
        SchemaTextReader reader = new SchemaTextReader(text);
        reader.at = SchemaText.VERSION.length() + 1;
        return reader.record();
    }

    /** Parses the format of {@link SchemaText#writeLines}. */
    static List<List<String>> readLines(String text) {
        SchemaTextReader reader = new SchemaTextReader(text);
        List<List<String>> lines = new ArrayList<>();
        while (reader.at < text.length()) {
            List<String> line = new ArrayList<>();
            line.add(reader.next());
            line.addAll(reader.rest());
            lines.add(line);
            if (reader.at < text.length() && text.charAt(reader.at) != '\n') {
                throw unknown(text.substring(reader.at, reader.at + 1));
            }
            reader.at++;
        }
        return lines;
    }

    private RecordSchema record() {
        while (at < characters.length) {
            if (characters[at] == '\n') {
                at++;
                continue;
            }
            fact(next());
        }
        return new RecordSchema(type, keys, rules, retired, moves, enums, root, variables);
    }

    private void fact(String keyword) {
        switch (keyword) {
            case "record" -> type = next();
            case "schema" -> root = root();
            case "moved" -> moves.add(new MovedKey(next(), next()));
            case "global" -> variables = next();
            case "key" -> keys.add(key());
            case "retired" -> retired.add(new RetiredKey(next(), next()));
            case "rule" -> rules.add(new RuleSchema(next(), next(), rest()));
            case "enum" -> enums.add(new EnumSchema(next(), more() && next().equals("ignorecase"), new ArrayList<>()));
            case "constant" -> constants().add(new Constant(next(), next(), rest(), null));
            case "deprecated" -> deprecateLastConstant(next());
            default -> throw unknown(keyword);
        }
    }

    private List<Constant> constants() {
        return enums.get(enums.size() - 1).constants();
    }

    private void deprecateLastConstant(String reason) {
        List<Constant> constants = constants();
        Constant last = constants.remove(constants.size() - 1);
        constants.add(new Constant(last.javaName(), last.name(), last.aliases(), reason));
    }

    private RootSchema root() {
        String id = next();
        List<String> files = new ArrayList<>();
        String example = "";
        String env = "";
        while (more()) {
            String attribute = next();
            switch (attribute) {
                case "file" -> files.add(next());
                case "env" -> env = next();
                default -> example = next();
            }
        }
        return new RootSchema(id, files, example, env);
    }

    private KeySchema key() {
        KeySchema.Builder key = KeySchema.of(next(), next(), type(next()));
        while (more()) {
            String attribute = next();
            switch (attribute) {
                case "nullable" -> key.nullable(true);
                case "default" -> key.defaultText(next());
                case "example" -> key.exampleText(next());
                case "alias" -> key.alias(next());
                case "unit" -> key.unit(next());
                case "format" -> key.format(next());
                case "deprecated" -> key.deprecated(next());
                case "flag" -> key.flag(new FlagSchema(next(), takes("short") ? next() : ""));
                case "operand" -> key.operand(true);
                case "requiredif" -> key.requiredIf(new Requirement(next(), next()));
                default -> {
                    Constraint constraint = Constraint.read(attribute, this);
                    if (constraint == null) {
                        throw unknown(attribute);
                    }
                    key.constraint(constraint);
                }
            }
        }
        return key.build();
    }

    private ValueType type(String keyword) {
        return switch (keyword) {
            case SchemaText.INPUT_WITH_SCHEMA -> new ScalarType(ScalarKind.INPUT, next());
            case "enum" -> new EnumType(next());
            case AnyType.WORD -> new AnyType();
            case "record" -> new RecordType(next());
            case "list" -> new ListType(type(next()));
            case "set" -> new ListType(type(next()), true);
            case "map" -> new MapType(type(next()));
            case "keyedmap" -> new MapType(null, Objects.requireNonNull(ScalarKind.ofWord(next())), type(next()));
            case "enummap" -> new MapType(new EnumType(next()), type(next()));
            case "union" -> union(next(), next(), Integer.parseInt(next()));
            default -> scalar(keyword);
        };
    }

    private static ScalarType scalar(String keyword) {
        ScalarKind kind = ScalarKind.ofWord(keyword);
        if (kind == null) {
            throw unknown(keyword);
        }
        return new ScalarType(kind);
    }

    private UnionType union(String name, String discriminator, int size) {
        List<Branch> branches = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            branches.add(new Branch(next(), new RecordType(next())));
        }
        return new UnionType(name, discriminator, branches);
    }

    private List<String> rest() {
        List<String> values = new ArrayList<>();
        while (more()) {
            values.add(next());
        }
        return values;
    }

    private boolean more() {
        return at < characters.length && characters[at] == ' ';
    }

    @Override
    public boolean takes(String expected) {
        int start = at;
        if (more() && next().equals(expected)) {
            return true;
        }
        at = start;
        return false;
    }

    /** Returns the next value of the line. The reader is at its first character or at the space before it. */
    @Override
    public String next() {
        if (more()) {
            at++;
        }
        if (at < characters.length && characters[at] == '"') {
            return quoted();
        }
        int start = at;
        int end = start;
        while (end < characters.length && characters[end] > ' ') {
            end++;
        }
        at = end;
        return text.substring(start, end);
    }

    private String quoted() {
        int start = ++at;
        int end = start;
        while (characters[end] != '"' && characters[end] != '\\') {
            end++;
        }
        at = end;
        if (characters[end] == '\\') {
            return text.substring(start, end) + escaped();
        }
        at++;
        return text.substring(start, end);
    }

    private String escaped() {
        StringBuilder value = new StringBuilder();
        while (characters[at] != '"') {
            char c = characters[at++];
            if (c == '\\') {
                c = characters[at++];
                c = c == 'n' ? '\n' : c == 'r' ? '\r' : c == 't' ? '\t' : c;
            }
            value.append(c);
        }
        at++;
        return value.toString();
    }

    private static IllegalArgumentException unknown(String keyword) {
        return new IllegalArgumentException("an unknown keyword '" + keyword + "' in a schema text; update Alchemi");
    }
}
