package io.alchemi.processor.emit.jsonschema;

import io.alchemi.config.check.SecretReference;
import io.alchemi.config.check.ValueWording;
import io.alchemi.config.schema.Constraint;
import io.alchemi.config.schema.Docs;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.LengthBounds;
import io.alchemi.config.schema.NumberConstraint.Bounds;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.Signature;
import io.alchemi.config.schema.StringPattern;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.AnyType;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.MapType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.ScalarType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.text.JsonObject;
import io.alchemi.config.text.JsonObject.Literal;
import io.alchemi.processor.emit.ScalarDefault;
import io.alchemi.processor.emit.SchemaPath;
import io.alchemi.processor.emit.YamlValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the schemas of all values other than sections. */
final class ValueSchema {
    /** The types of all values. */
    static final List<String> ANY = List.of("string", "number", "boolean", "array", "object", "null");

    /** Longer lists of a fixed length have one schema for all items, to limit the size of the schema. */
    private static final int LONGEST_TUPLE = 16;

    private final SectionSchema sections;

    ValueSchema(SectionSchema sections) {
        this.sections = sections;
    }

    /** Returns a type, optionally or null. The type is first, because editors complete only the first one. */
    static Object type(String name, boolean orNull) {
        return orNull ? List.of(name, "null") : name;
    }

    /** Returns a type or null. Null is first, because editors insert a value of the first type, such as 0, with the key. */
    private static Object nullOr(String name) {
        return List.of("null", name);
    }

    /** Returns the schema of a key that editors suggest. */
    JsonObject key(SchemaPath place, KeySchema key) {
        String doc = place.schema().docs(place.record()).ofKey(key.name());
        JsonObject out = KeyText.of(place.record(), key, doc).write(new JsonObject());
        YamlValue inserted = Insertion.of(place, key);
        Object scalar = inserted == null ? null : ScalarDefault.json(place.record(), key.type(), inserted);
        if (inserted != null && scalar instanceof Literal number && !isExact(number.text())) {
            Insertion.offer(out, inserted.write(), inserted);
        } else if (scalar != null && key.defaultText() != null) {
            out.put("default", scalar);
        } else if (scalar != null && !(key.type() instanceof EnumType) && key.pattern() == null) {
            out.put("examples", List.of(scalar));
        }
        key.type().accept(new Restriction(out, place, key, key.nullable(), inserted));
        return out;
    }

    /** Returns true if editors, whose numbers are doubles, insert a number unchanged. */
    private static boolean isExact(String number) {
        return new BigDecimal(number).compareTo(new BigDecimal(Double.toString(Double.parseDouble(number)))) == 0;
    }

    /** Returns the schema of a key that editors do not suggest. It has no default, because editors would insert it anyway. */
    JsonObject hiddenKey(SchemaPath place, KeySchema key) {
        return key.type().accept(new Restriction(new JsonObject(), place, key, key.nullable(), null));
    }

    /** Adds the restrictions on a value to its schema. */
    private final class Restriction implements ValueType.Visitor<JsonObject> {
        private final JsonObject out;
        private final SchemaPath place;
        private final KeySchema key;
        private final boolean nullable;
        private final @Nullable YamlValue inserted;

        Restriction(JsonObject out, SchemaPath place, KeySchema key, boolean nullable, @Nullable YamlValue inserted) {
            this.out = out;
            this.place = place;
            this.key = key;
            this.nullable = nullable;
            this.inserted = inserted;
        }

        @Override
        public JsonObject visitScalar(ScalarType type) {
            ScalarKind kind = type.kind();
            if (kind == ScalarKind.SECRET) {
                JsonObject mapping = secret();
                YamlValue value = insertsNull() ? Insertion.NULL : inserted;
                CollectionSchema.write(out, mapping, value);
            } else {
                String keyword = kind.jsonType().keyword();
                boolean isText = kind.jsonType() == ScalarKind.JsonType.STRING;
                out.put("type", insertsNull() && !isText ? nullOr(keyword) : type(keyword, nullable));
                out.put("errorMessage", message(type));
            }
            out.putAll(keywords(key, type));
            if (!key.format().isEmpty()) {
                out.put("format", key.format());
            }
            String regex = kind.regex();
            StringPattern pattern = key.pattern();
            if (pattern != null && pattern.appliesTo(type)) {
                Docs docs = place.schema().docs(place.record());
                Choices.of(pattern, regex, key.name(), docs, nullable).write(out, stringTypes(kind), false);
            } else if (regex != null) {
                Choices.of(kind, regex, nullable).write(out, "string", false);
            }
            return out;
        }

        /** Returns what the loader says of a value of another type. */
        private String message(ValueType type) {
            String noun = ValueWording.noun(place.record(), key, type);
            return "Must be " + (nullable ? Signature.orNull(noun, "null") : noun) + ".";
        }

        /** Returns true if the key has neither a default nor an example, and may be null. */
        private boolean insertsNull() {
            return nullable && inserted == null;
        }

        /** Adds the type, and returns the keywords of the mapping that may stand in place of a secret. */
        private JsonObject secret() {
            JsonObject path = new JsonObject().put("type", "string").put("minLength", new Literal("1"));
            KeyText.of(SecretReference.FILE, "path", "The file that holds the secret.")
                    .write(path);
            out.put("type", nullable ? List.of("string", "object", "null") : stringTypes(ScalarKind.SECRET));
            out.put("writeOnly", true);
            return new JsonObject()
                    .put("properties", new JsonObject().put(SecretReference.FILE, path))
                    .put("required", List.of(SecretReference.FILE))
                    .put("additionalProperties", false);
        }

        /** Returns the types of a string and of what may stand in its place. */
        private static Object stringTypes(ScalarKind kind) {
            return kind == ScalarKind.SECRET ? List.of("string", "object") : "string";
        }

        @Override
        public JsonObject visitEnum(EnumType type) {
            out.put("type", type("string", nullable));
            Docs docs = place.schema().docs(place.record());
            Choices.of(place.record().enumOf(type), docs, nullable).write(out, "string", out.has("default"));
            return out;
        }

        @Override
        public JsonObject visitList(ListType type) {
            out.put("type", type("array", nullable));
            out.put("errorMessage", message(type));
            LengthBounds length = key.lengthOf(type);
            boolean isTuple = length.isExact() && length.max() <= LONGEST_TUPLE && length.max() > 0;
            if (isTuple && !type.unique() && type.item().isSingle()) {
                tuple(type, length.max());
            } else {
                JsonObject item = element(place, key, type.item());
                YamlValue value = insertsNull() ? Insertion.NULL : inserted;
                CollectionSchema.list(out, item, type.unique(), keywords(key, type), value);
            }
            return out;
        }

        private void tuple(ListType type, int size) {
            List<YamlValue> values = inserted instanceof YamlValue.Items given ? given.items() : List.of();
            List<JsonObject> items = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                JsonObject item = element(place, key, type.item());
                text(key.name() + "[" + i + "]", place, key, type.item()).write(item);
                boolean offered = i < values.size() && !item.has("oneOf") && !item.has("enum");
                Object value = offered ? ScalarDefault.json(place.record(), type.item(), values.get(i)) : null;
                items.add(value == null ? item : item.put("default", value));
            }
            CollectionSchema.tuple(out, items, keywords(key, type), insertsNull() ? Insertion.NULL : inserted);
        }

        @Override
        public JsonObject visitMap(MapType type) {
            JsonObject value = element(place, key, type.value());
            boolean orNull = nullable || key.lengthOf(type).min() == 0;
            out.put("errorMessage", message(type));
            CollectionSchema.map(out, names(type), value, keywords(key, type), orNull, inserted);
            return out;
        }

        /** Returns the schema of the names in a map. It has no type, since the language server takes {@code 404} for a number. */
        private JsonObject names(MapType map) {
            JsonObject names = new JsonObject().put("title", "name");
            EnumType keys = map.keys();
            ScalarKind kind = map.keyKind();
            String regex = kind.keyRegex();
            if (regex != null) {
                Choices.of(kind, regex, false).write(names, "string", false);
            } else if (kind.isPath()) {
                names.put("minLength", new Literal("1"));
            }
            if (keys != null) {
                Choices constants =
                        Choices.of(place.record().enumOf(keys), place.schema().docs(place.record()), false);
                constants.write(names.putText("markdownDescription", constants.markdown()), "string", false);
            }
            return names;
        }

        /** Returns the schema of a list item or map value. {@link SectionSchema} handles keys. */
        @Override
        public JsonObject visitRecord(RecordType type) {
            return sections.section(place.item(key, type), false, KeyText.NONE);
        }

        @Override
        public JsonObject visitUnion(UnionType type) {
            return sections.unions().item(place, key, type, text("one of " + key.name(), place, key, type));
        }

        @Override
        public JsonObject visitAny(AnyType type) {
            if (inserted != null) {
                Insertion.offer(out, inserted.write(), inserted);
            }
            return out.put("type", ANY);
        }
    }

    /** Returns the keywords for the constraints on a value and for the limits of its type. */
    private static JsonObject keywords(KeySchema key, ValueType type) {
        JsonObject keywords = new JsonObject();
        ScalarKind kind = type.element() == null ? type.leafKind() : null;
        if (kind != null && kind.isPath()) {
            keywords.put("minLength", new Literal("1"));
        } else if (kind != null && kind.isNumber() && key.bounds().equals(Bounds.NONE)) {
            put(keywords, Bounds.NONE.keywords(type));
        }
        for (Constraint constraint : key.constraintsOn(type)) {
            if (type.isSingle() || constraint.isOnWholeValue()) {
                put(keywords, constraint.keywords(type));
            }
        }
        return keywords;
    }

    private static void put(JsonObject out, Map<String, String> keywords) {
        keywords.forEach((keyword, literal) -> out.put(keyword, new Literal(literal)));
    }

    /** Returns the schema of a list item or map value, to which the constraints of the key apply. */
    private JsonObject element(SchemaPath place, KeySchema key, ValueType type) {
        JsonObject out = text("one of " + key.name(), place, key, type).write(new JsonObject());
        return type.accept(new Restriction(out, place, key, false, null));
    }

    private static KeyText text(String name, SchemaPath place, KeySchema key, ValueType element) {
        String doc = place.schema().docs(place.record()).ofKey(key.name());
        return KeyText.of(name, Signature.element(place.record(), key, element), doc);
    }

    /**
     * Returns the schema of a bare value: a record with one key that is written without the key.
     *
     * @param union the text of the key whose union has it as a branch
     */
    JsonObject bareValue(KeyText union, SchemaPath place, KeySchema key) {
        String doc = place.schema().docs(place.record()).ofRecord();
        KeyText text = KeyText.of(place.record().simpleName(), Signature.type(place.record(), key), doc);
        JsonObject out = text.under(union).write(new JsonObject());
        return key.type().accept(new Restriction(out, place, key, false, null));
    }
}
