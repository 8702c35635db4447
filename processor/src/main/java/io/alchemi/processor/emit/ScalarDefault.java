package io.alchemi.processor.emit;

import io.alchemi.config.schema.EnumSchema.Constant;
import io.alchemi.config.schema.NumberText;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.ScalarKind.JsonType;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.config.schema.ValueType.ScalarType;
import io.alchemi.processor.emit.JsonObject.Literal;
import io.alchemi.processor.emit.YamlValue.Scalar;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A default of a scalar key as a value of JSON. */
public final class ScalarDefault {
    private ScalarDefault() {}

    /** The value for {@link JsonObject#put}, or null where JSON has none or the value is null. */
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
