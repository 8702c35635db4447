package io.alchemi.processor.emit;

import io.alchemi.config.text.JsonObject;
import io.alchemi.processor.emit.YamlValue.Entries;
import io.alchemi.processor.emit.YamlValue.Items;
import io.alchemi.processor.emit.YamlValue.Scalar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Turns YAML into JSON by the core schema, as editors do. */
public final class YamlJson {
    private YamlJson() {}

    /** The JSON of a document that holds a mapping. */
    public static String of(String yaml) {
        return ((JsonObject) json(YamlValue.read(yaml))).write();
    }

    private static Object json(YamlValue value) {
        if (value instanceof Entries mapping) {
            JsonObject object = new JsonObject();
            mapping.values().forEach((key, inner) -> object.put(key, json(inner)));
            return object;
        } else if (value instanceof Items list) {
            List<Object> items = new ArrayList<>();
            list.items().forEach(item -> items.add(json(item)));
            return items;
        }
        return json((Scalar) value);
    }

    private static Object json(Scalar scalar) {
        String text = scalar.text();
        if (scalar.isNull()) {
            return JsonObject.NULL;
        } else if (scalar.quoted()) {
            return text;
        } else if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        } else if (text.startsWith("0x")) {
            return new JsonObject.Literal(Integer.decode(text).toString());
        }
        try {
            return new JsonObject.Literal(new BigDecimal(text).toString());
        } catch (NumberFormatException noNumber) {
            return text;
        }
    }
}
