package io.alchemi.processor.emit;

import io.alchemi.config.schema.EnumSchema.Constant;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.BooleanType;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.config.schema.ValueType.IntegerType;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.MapType;
import io.alchemi.config.schema.ValueType.RealType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.processor.emit.JsonObject.Literal;
import io.alchemi.processor.emit.YamlValue.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A default of a scalar key as a value of JSON. */
public final class ScalarDefault {
    private ScalarDefault() {}

    /** The value for {@link JsonObject#put}, or null where JSON has none or the value is null. */
    public static @Nullable Object json(RecordSchema record, ValueType type, YamlValue value) {
        boolean collection = type instanceof ListType || type instanceof MapType || type instanceof RecordType;
        if (collection || !(value instanceof Scalar scalar) || scalar.isNull()) {
            return null;
        }
        String text = scalar.text();
        if (type instanceof BooleanType) {
            return Boolean.valueOf(text);
        } else if (type instanceof IntegerType) {
            return new Literal(integer(text));
        } else if (type instanceof RealType) {
            boolean finite = !text.toLowerCase(Locale.ROOT).endsWith(".inf") && !text.equalsIgnoreCase(".nan");
            return finite ? new Literal(new BigDecimal(text).toString()) : null;
        } else if (type instanceof EnumType constants) {
            Constant constant = record.enumOf(constants).find(text);
            return constant == null ? text : constant.name();
        }
        return text;
    }

    private static String integer(String text) {
        if (text.startsWith("0x")) {
            return new BigInteger(text.substring(2), 16).toString();
        } else if (text.startsWith("0o")) {
            return new BigInteger(text.substring(2), 8).toString();
        }
        return new BigDecimal(text).toBigIntegerExact().toString();
    }
}
