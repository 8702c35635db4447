package io.alchemi.config.schema;

import io.alchemi.config.schema.EnumSchema.Constant;
import io.alchemi.config.schema.ValueType.BooleanType;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.config.schema.ValueType.Format;
import io.alchemi.config.schema.ValueType.FormattedType;
import io.alchemi.config.schema.ValueType.IntegerType;
import io.alchemi.config.schema.ValueType.IntegerWidth;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.MapType;
import io.alchemi.config.schema.ValueType.PathType;
import io.alchemi.config.schema.ValueType.RealType;
import io.alchemi.config.schema.ValueType.RealWidth;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.TextType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.schema.ValueType.UnionType.Branch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what {@link SchemaText} wrote. Code that a 1.a wrote is read by every 1.b of b ≥ a. */
public final class SchemaTextReader {
    private final String text;
    private int at;

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
    }

    /**
     * The record that a text describes.
     *
     * @throws IllegalArgumentException if a newer version wrote the text, or nobody did
     */
    public static RecordSchema read(String text) {
        if (!text.startsWith(SchemaText.VERSION + "\n")) {
            int end = text.indexOf('\n');
            throw new IllegalArgumentException(
                    "a description of the format '" + (end < 0 ? text : text.substring(0, end))
                            + "', but this version of Alchemi reads '" + SchemaText.VERSION + "': update Alchemi");
        }
        SchemaTextReader reader = new SchemaTextReader(text);
        reader.at = SchemaText.VERSION.length() + 1;
        return reader.record();
    }

    /** Reads what {@link SchemaText#writeLines} returned. */
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
        while (at < text.length()) {
            if (text.charAt(at) == '\n') {
                at++;
                continue;
            }
            fact(next());
        }
        return new RecordSchema(type, keys, rules, retired, enums, root, variables);
    }

    private void fact(String word) {
        switch (word) {
            case "record" -> type = next();
            case "schema" -> root = root();
            case "moved" -> moves.add(new MovedKey(next(), next()));
            case "global" -> variables = next();
            case "key" -> keys.add(key());
            case "retired" -> retired.add(new RetiredKey(next(), next()));
            case "rule" -> rules.add(new RuleSchema(next(), next(), rest()));
            case "enum" -> enums.add(new EnumSchema(next(), more() && next().equals("ignorecase"), new ArrayList<>()));
            case "constant" -> enums.get(enums.size() - 1).constants().add(new Constant(next(), next(), rest()));
            default -> throw unknown(word);
        }
    }

    private RootSchema root() {
        String id = next();
        List<String> files = new ArrayList<>();
        String example = "";
        while (more()) {
            String attribute = next();
            if (attribute.equals("file")) {
                files.add(next());
            } else {
                example = next();
            }
        }
        return new RootSchema(id, files, example, moves);
    }

    private KeySchema key() {
        KeyFacts facts = new KeyFacts(next(), next(), type(next()));
        while (more()) {
            facts.add(next());
        }
        return facts.key();
    }

    /** The attributes of a key, in any order. */
    private final class KeyFacts {
        private final String name;
        private final String component;
        private final ValueType valueType;
        private final List<String> aliases = new ArrayList<>();
        private final List<String> suggestions = new ArrayList<>();
        private boolean nullable;
        private @Nullable String defaultText;
        private @Nullable String exampleText;
        private Bounds bounds = Bounds.NONE;
        private Length length = Length.NONE;
        private @Nullable TextPattern pattern;
        private String unit = "";
        private @Nullable String deprecated;
        private @Nullable FlagSchema flag;

        KeyFacts(String name, String component, ValueType valueType) {
            this.name = name;
            this.component = component;
            this.valueType = valueType;
        }

        void add(String attribute) {
            switch (attribute) {
                case "nullable" -> nullable = true;
                case "default" -> defaultText = next();
                case "example" -> exampleText = next();
                case "alias" -> aliases.add(next());
                case "min", "over" ->
                    bounds = new Bounds(
                            Double.parseDouble(next()), attribute.equals("over"), bounds.max(), bounds.maxExclusive());
                case "max", "under" ->
                    bounds = new Bounds(
                            bounds.min(), bounds.minExclusive(), Double.parseDouble(next()), attribute.equals("under"));
                case "minlength" -> length = new Length(Integer.parseInt(next()), length.max());
                case "maxlength" -> length = new Length(length.min(), Integer.parseInt(next()));
                case "matches" -> pattern = new TextPattern(next(), next(), suggestions);
                case "suggest" -> suggestions.add(next());
                case "unit" -> unit = next();
                case "deprecated" -> deprecated = next();
                case "flag" -> flag = new FlagSchema(next(), "");
                case "short" -> flag = new FlagSchema(flag == null ? "" : flag.name(), next());
                default -> throw unknown(attribute);
            }
        }

        KeySchema key() {
            return new KeySchema(
                    name,
                    component,
                    valueType,
                    nullable,
                    defaultText,
                    exampleText,
                    aliases,
                    bounds,
                    length,
                    pattern,
                    unit,
                    deprecated,
                    flag);
        }
    }

    private ValueType type(String word) {
        return switch (word) {
            case "boolean" -> new BooleanType();
            case "text" -> new TextType();
            case "path" -> new PathType(false);
            case "input" -> new PathType(true);
            case "inputof" -> new PathType(true, next());
            case "enum" -> new EnumType(next());
            case "record" -> new RecordType(next());
            case "list" -> new ListType(type(next()));
            case "set" -> new ListType(type(next()), true);
            case "map" -> new MapType(type(next()));
            case "enummap" -> new MapType(new EnumType(next()), type(next()));
            case "union" -> union(next(), next(), Integer.parseInt(next()));
            default -> named(word);
        };
    }

    private UnionType union(String name, String discriminator, int size) {
        List<Branch> branches = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            branches.add(new Branch(next(), new RecordType(next())));
        }
        return new UnionType(name, discriminator, branches);
    }

    private static ValueType named(String word) {
        for (IntegerWidth width : IntegerWidth.values()) {
            if (width.word().equals(word)) {
                return new IntegerType(width);
            }
        }
        for (RealWidth width : RealWidth.values()) {
            if (width.word().equals(word)) {
                return new RealType(width);
            }
        }
        for (Format format : Format.values()) {
            if (format.word().equals(word)) {
                return new FormattedType(format);
            }
        }
        throw unknown(word);
    }

    private List<String> rest() {
        List<String> values = new ArrayList<>();
        while (more()) {
            values.add(next());
        }
        return values;
    }

    private boolean more() {
        return at < text.length() && text.charAt(at) == ' ';
    }

    /** The next value of the line; the reader stands on its first character or on the blank before it. */
    private String next() {
        if (more()) {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '"') {
            return quoted();
        }
        int start = at;
        while (at < text.length() && text.charAt(at) > ' ') {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() {
        StringBuilder value = new StringBuilder();
        at++;
        while (text.charAt(at) != '"') {
            char c = text.charAt(at++);
            if (c == '\\') {
                c = text.charAt(at++);
                c = c == 'n' ? '\n' : c == 'r' ? '\r' : c == 't' ? '\t' : c;
            }
            value.append(c);
        }
        at++;
        return value.toString();
    }

    private static IllegalArgumentException unknown(String word) {
        return new IllegalArgumentException("unknown word '" + word + "' in a description: update Alchemi");
    }
}
