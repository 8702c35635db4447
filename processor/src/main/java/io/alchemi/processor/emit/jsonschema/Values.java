package io.alchemi.processor.emit.jsonschema;

import io.alchemi.config.diagnose.Signature;
import io.alchemi.config.schema.Docs;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.Length;
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
import io.alchemi.config.schema.ValueType.TextType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.processor.emit.JsonObject;
import io.alchemi.processor.emit.Place;
import io.alchemi.processor.emit.ScalarDefault;
import io.alchemi.processor.emit.YamlValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that a key may hold but a section. */
final class Values {
    /** The types of any value at all. */
    static final List<String> ANY = List.of("string", "number", "boolean", "array", "object", "null");

    /** A longer list of a fixed length is described by one item: nobody wants a hundred titles. */
    private static final int LONGEST_TUPLE = 16;

    private final Sections sections;

    Values(Sections sections) {
        this.sections = sections;
    }

    /** A type that may be null; the other one stands first, or editors would not complete it. */
    static Object type(String name, boolean orNull) {
        return orNull ? List.of(name, "null") : name;
    }

    /** A key that editors offer. */
    JsonObject key(Place place, KeySchema key) {
        String title = KeyText.title(place.record(), key);
        JsonObject out = new JsonObject().put("title", title);
        KeyText.describe(out, place.schema().docs(place.record()).ofKey(key.name()), KeyText.facts(key));
        YamlValue inserted = inserted(key);
        Object scalar = inserted == null ? null : ScalarDefault.json(place.record(), key.type(), inserted);
        if (scalar != null && key.defaultText() != null) {
            out.put("default", scalar);
        } else if (scalar != null && !(key.type() instanceof EnumType) && key.pattern() == null) {
            out.put("examples", List.of(scalar));
        }
        restrict(out, title, place, key, key.type(), key.nullable(), inserted);
        return out;
    }

    /** What an editor writes with the key: its default, else its example. */
    static @Nullable YamlValue inserted(KeySchema key) {
        String defaultText = key.defaultText();
        String text = defaultText == null ? key.exampleText() : defaultText;
        return text == null ? null : YamlValue.read(text);
    }

    /** A key under a name that editors do not offer: its default would be written by them all the same. */
    JsonObject hiddenKey(Place place, KeySchema key) {
        String title = KeyText.title(place.record(), key);
        JsonObject out = new JsonObject().put("title", title);
        restrict(out, title, place, key, key.type(), key.nullable(), null);
        return out;
    }

    private void restrict(
            JsonObject out,
            String title,
            Place place,
            KeySchema key,
            ValueType type,
            boolean nullable,
            @Nullable YamlValue inserted) {
        if (type instanceof ListType list) {
            out.put("type", type("array", nullable));
            list(out, place, key, list, inserted);
        } else if (type instanceof MapType map) {
            Length length = lengthOf(key, type);
            JsonObject value = element(place, key, map.value());
            Collections.map(out, title, names(place, map), value, length, nullable, inserted);
        } else if (type instanceof EnumType constants) {
            out.put("type", type("string", nullable));
            Docs docs = place.schema().docs(place.record());
            Choices.of(place.record().enumOf(constants), docs, nullable)
                    .write(out, title, otherTitle(place, key), out.has("default"));
        } else {
            out.put("type", type(name(type), nullable));
            scalar(out, title, place, key, type, nullable);
        }
    }

    private void list(JsonObject out, Place place, KeySchema key, ListType list, @Nullable YamlValue inserted) {
        Length length = lengthOf(key, list);
        boolean tuple = length.min() == length.max() && length.max() <= LONGEST_TUPLE && length.max() > 0;
        if (!tuple || list.unique() || !isScalar(list.item())) {
            Collections.list(out, element(place, key, list.item()), list.unique(), length, inserted);
            return;
        }
        List<YamlValue> values = inserted instanceof YamlValue.Items given ? given.items() : List.of();
        List<JsonObject> items = new ArrayList<>();
        for (int i = 0; i < length.max(); i++) {
            JsonObject item = element(place, key, list.item());
            String signature = Signature.element(place.record(), key, list.item());
            item.put("title", key.name() + "[" + i + "]: " + signature);
            boolean offered = i < values.size() && !item.has("anyOf") && !item.has("enum");
            Object value = offered ? ScalarDefault.json(place.record(), list.item(), values.get(i)) : null;
            items.add(value == null ? item : item.put("default", value));
        }
        Collections.tuple(out, items, inserted);
    }

    /** The length counts what the key holds, not what stands inside that. */
    private static Length lengthOf(KeySchema key, ValueType type) {
        return type.equals(key.type()) ? key.length() : Length.NONE;
    }

    private static boolean isScalar(ValueType type) {
        return !(type instanceof ListType
                || type instanceof MapType
                || type instanceof RecordType
                || type instanceof UnionType);
    }

    private static JsonObject names(Place place, MapType map) {
        JsonObject out = new JsonObject().put("title", "name").put("type", "string");
        EnumType keys = map.keys();
        if (keys != null) {
            Docs docs = place.schema().docs(place.record());
            Choices.of(place.record().enumOf(keys), docs, false).write(out, "name", "another name", false);
        }
        return out;
    }

    /** The JSON type of a scalar. */
    static String name(ValueType type) {
        if (type instanceof BooleanType) {
            return "boolean";
        } else if (type instanceof IntegerType) {
            return "integer";
        }
        return type instanceof RealType ? "number" : "string";
    }

    private static void scalar(
            JsonObject out, String title, Place place, KeySchema key, ValueType type, boolean nullable) {
        if (type instanceof IntegerType integer) {
            Range.of(integer.width(), key.bounds()).write(out);
        } else if (type instanceof RealType) {
            Range.of(key.bounds()).write(out);
        } else if (name(type).equals("string")) {
            Length length = lengthOf(key, type);
            int least = type instanceof PathType ? Math.max(1, length.min()) : length.min();
            Collections.count(out, "minLength", least, "maxLength", length.max());
        }
        TextPattern pattern = key.pattern();
        Docs docs = place.schema().docs(place.record());
        if (type instanceof FormattedType formatted) {
            Choices.of(formatted.format(), nullable).write(out, title, title, false);
        } else if (pattern != null && (type instanceof TextType || type instanceof PathType)) {
            Choices.of(pattern, key.name(), docs, nullable).write(out, title, otherTitle(place, key), false);
        }
    }

    private static String otherTitle(Place place, KeySchema key) {
        return key.name() + ": " + Signature.type(place.record(), key);
    }

    /** An item of a list or a value of a map; the constraints of the key are its own. */
    private JsonObject element(Place place, KeySchema key, ValueType type) {
        if (type instanceof RecordType record) {
            return sections.section(place.item(key, record), false, "");
        } else if (type instanceof UnionType union) {
            return sections.unions().item(place, key, union);
        }
        String title = "one of " + key.name() + ": " + Signature.element(place.record(), key, type);
        JsonObject out = new JsonObject().put("title", title);
        KeyText.describe(out, place.schema().docs(place.record()).ofKey(key.name()), List.of());
        restrict(out, title, place, key, type, false, null);
        return out;
    }

    /** The value of the only key of a record that is written without that key. */
    JsonObject alone(Place place, KeySchema key) {
        String title = Signature.type(place.record(), key);
        JsonObject out = new JsonObject().put("title", title);
        KeyText.describe(out, place.schema().docs(place.record()).ofRecord(), KeyText.range(key));
        restrict(out, title, place, key, key.type(), false, null);
        return out;
    }
}
