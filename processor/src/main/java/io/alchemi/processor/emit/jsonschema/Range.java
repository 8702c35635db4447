package io.alchemi.processor.emit.jsonschema;

import io.alchemi.config.schema.Bounds;
import io.alchemi.config.schema.SchemaText;
import io.alchemi.config.schema.ValueType.IntegerWidth;
import io.alchemi.processor.emit.JsonObject;
import io.alchemi.processor.emit.JsonObject.Literal;
import org.jspecify.annotations.Nullable;

/**
 * The keywords of a range.
 *
 * @param min the least value, or null
 * @param minExclusive whether {@code min} itself is outside
 * @param max the greatest value, or null
 * @param maxExclusive whether {@code max} itself is outside
 */
record Range(
        @Nullable String min,
        boolean minExclusive,
        @Nullable String max,
        boolean maxExclusive) {

    /** The range of a decimal number. */
    static Range of(Bounds bounds) {
        return new Range(
                bounds.min() == Double.NEGATIVE_INFINITY ? null : SchemaText.number(bounds.min()),
                bounds.minExclusive(),
                bounds.max() == Double.POSITIVE_INFINITY ? null : SchemaText.number(bounds.max()),
                bounds.maxExclusive());
    }

    /** The range of a whole number: what the Java type holds of the bounds. Those of a long are no doubles. */
    static Range of(IntegerWidth width, Bounds bounds) {
        Range wanted = of(bounds);
        if (width.isUnlimited()) {
            return wanted;
        }
        boolean ownMin = bounds.min() >= width.min();
        boolean ownMax = width == IntegerWidth.LONG ? bounds.max() < 0x1p63 : bounds.max() <= width.max();
        return new Range(
                ownMin ? wanted.min : Long.toString(width.min()),
                ownMin && wanted.minExclusive,
                ownMax ? wanted.max : Long.toString(width.max()),
                ownMax && wanted.maxExclusive);
    }

    void write(JsonObject out) {
        if (min != null) {
            out.put(minExclusive ? "exclusiveMinimum" : "minimum", new Literal(min));
        }
        if (max != null) {
            out.put(maxExclusive ? "exclusiveMaximum" : "maximum", new Literal(max));
        }
    }
}
