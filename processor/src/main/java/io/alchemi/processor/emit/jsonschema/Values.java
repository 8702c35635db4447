package io.alchemi.processor.emit.jsonschema;

import io.alchemi.config.diagnose.Signature;
import io.alchemi.config.schema.Docs;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.TextPattern;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.BooleanType;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.config.schema.ValueType.IntegerType;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.MapType;
import io.alchemi.config.schema.ValueType.PathType;
import io.alchemi.config.schema.ValueType.RealType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.TextType;
import io.alchemi.processor.emit.JsonObject;
import io.alchemi.processor.emit.Place;
import io.alchemi.processor.emit.ScalarDefault;
import io.alchemi.processor.emit.YamlValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that a key may hold but a section. */
final class Values {
    /** The types of any value at all. */
    static final List<String> ANY = List.of("string", "number", "boolean", "array", "object", "null");

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
    private static @Nullable YamlValue inserted(KeySchema key) {
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
            JsonObject items = new JsonObject().put("items", element(place, key, list.item()));
            Collections.offer(out, items, inserted);
        } else if (type instanceof MapType map) {
            Collections.map(out, title, element(place, key, map.value()), inserted);
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

    private static String name(ValueType type) {
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
        } else if (type instanceof PathType) {
            out.put("minLength", new JsonObject.Literal("1"));
        }
        TextPattern pattern = key.pattern();
        if (pattern != null && (type instanceof TextType || type instanceof PathType)) {
            Docs docs = place.schema().docs(place.record());
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
        }
        String signature = Signature.type(place.record(), type) + Signature.bounds(key.bounds());
        String title = "one of " + key.name() + ": " + signature;
        JsonObject out = new JsonObject().put("title", title);
        KeyText.describe(out, place.schema().docs(place.record()).ofKey(key.name()), List.of());
        restrict(out, title, place, key, type, false, null);
        return out;
    }
}
