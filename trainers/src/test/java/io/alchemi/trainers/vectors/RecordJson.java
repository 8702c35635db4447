package io.alchemi.trainers.vectors;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType.EnumType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.List;

/** Converts records to JSON, with their YAML keys. */
final class RecordJson {
    private final Schema schema;

    RecordJson(Schema schema) {
        this.schema = schema;
    }

    /** Returns the schema of a record class. */
    RecordSchema schema(Class<?> type) {
        RecordSchema found = schema.records().get(type.getCanonicalName());
        if (found == null) {
            throw new IllegalArgumentException(type.toString());
        }
        return found;
    }

    JsonObject of(Record value) {
        RecordSchema record = schema(value.getClass());
        JsonObject keys = new JsonObject();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            for (KeySchema key : record.keys()) {
                if (key.component().equals(component.getName())) {
                    keys.add(key.name(), json(record, key, read(component, value)));
                }
            }
        }
        return keys;
    }

    private static Object read(RecordComponent component, Record value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private JsonElement json(RecordSchema schema, KeySchema key, Object value) {
        if (value == null) {
            return JsonNull.INSTANCE;
        } else if (value instanceof Boolean truth) {
            return new JsonPrimitive(truth);
        } else if (value instanceof Number number) {
            return new JsonPrimitive(number);
        } else if (value instanceof Record section) {
            return of(section);
        } else if (value instanceof List<?> items) {
            JsonArray array = new JsonArray();
            items.forEach(item -> array.add(json(schema, key, item)));
            return array;
        } else if (value instanceof Enum<?> constant && key.type() instanceof EnumType type) {
            return schema.enumOf(type).constants().stream()
                    .filter(candidate -> candidate.javaName().equals(constant.name()))
                    .findFirst()
                    .map(candidate -> new JsonPrimitive(candidate.name()))
                    .orElseThrow();
        }
        return new JsonPrimitive(value instanceof Path path ? path.toString() : (String) value);
    }
}
