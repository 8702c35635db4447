package io.alchemi.processor.emit;

import io.alchemi.config.schema.EnumSchema.Constant;
import io.alchemi.config.schema.NumberText;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.ScalarKind.JsonType;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.config.schema.ValueType.ScalarType;
import io.alchemi.config.text.JsonObject.Literal;
import io.alchemi.processor.emit.YamlValue.Scalar;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Converts the default of a scalar key to JSON. */
public final class ScalarDefault {
    private ScalarDefault() {}

    /** Returns the value for {@code JsonObject.put}, or null if the value is null or JSON cannot represent it. */
    public static @Nullable Object json(RecordSchema record, ValueType type, YamlValue value) {
        if (!(value instanceof Scalar scalar) || scalar.isNull()) {
            return null;
        } else if (type instanceof EnumType constants) {
            Constant constant = record.enumOf(constants).find(scalar.text());
            return constant == null ? scalar.text() : constant.name();
        }
        return type instanceof ScalarType known ? json(known.kind().jsonType(), scalar.text()) : null;
    }

    private static @Nullable Object json(JsonType type, String text) {
        return switch (type) {
            case BOOLEAN -> Boolean.valueOf(text);
            case INTEGER -> new Literal(String.valueOf(NumberText.integer(text)));
            case NUMBER -> NumberText.isFinite(text) ? new Literal(new BigDecimal(text).toString()) : null;
            case STRING -> text;
        };
    }
}
