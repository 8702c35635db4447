package io.alchemi.training.sweep;

import io.alchemi.config.layer.PlacedValue;
import io.alchemi.config.layer.SettingPath;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.tree.Mapping.Entry;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A key that varies, and its values. */
final class SweepAxis {
    /** Digits of computed numbers, few enough to be readable. The bounds of a range are exact. */
    private static final MathContext DIGITS = new MathContext(4);

    private final SettingPath path;
    private final Entry entry;
    private final SweepConfig.Axis axis;
    private final @Nullable ScalarKind kind;

    /**
     * Creates an axis.
     *
     * @param entry the key and its values in the sweep file
     * @param schema the schema of the configuration that has the key
     */
    SweepAxis(SettingPath path, Entry entry, SweepConfig.Axis axis, Schema schema) {
        this.path = path;
        this.entry = entry;
        this.axis = axis;
        ValueType type = path.typeIn(schema);
        this.kind = type == null ? null : type.leafKind();
    }

    private boolean isInteger() {
        return kind != null && kind.jsonType() == ScalarKind.JsonType.INTEGER;
    }

    /** Returns true if the values are paths of input files. */
    boolean isInput() {
        return kind == ScalarKind.INPUT;
    }

    /** Returns the key as written in the sweep file. */
    String key() {
        return entry.name();
    }

    /** Returns the entry of the sweep file. */
    Entry entry() {
        return entry;
    }

    /** Returns true if a random sampler may draw any number of a range. */
    boolean isContinuous() {
        return axis instanceof SweepConfig.Span span && span.count() == null;
    }

    /** Returns the values of an axis that is not continuous, without duplicates after rounding. */
    List<PlacedValue> values() {
        List<PlacedValue> values = new ArrayList<>();
        if (axis instanceof SweepConfig.Choice choice) {
            choice.values().forEach(value -> values.add(placed(value)));
        } else if (axis instanceof SweepConfig.Span span && span.count() != null) {
            Map<String, Node> numbers = new LinkedHashMap<>();
            for (int i = 0; i < span.count(); i++) {
                Scalar number = number(span, i / (span.count() - 1.0));
                numbers.putIfAbsent(number.text(), number);
            }
            numbers.values().forEach(number -> values.add(placed(number)));
        }
        return values;
    }

    /**
     * Returns a value of a range.
     *
     * @param part position, from 0 to less than 1; all integers of a linear range have equal shares
     */
    PlacedValue at(double part) {
        SweepConfig.Span span = (SweepConfig.Span) axis;
        if (isInteger() && !span.linear().isEmpty()) {
            double low = span.linear().get(0);
            double count = span.linear().get(1) - low + 1;
            return placed(
                    scalar(BigDecimal.valueOf(Math.floor(low + part * count)).setScale(0, RoundingMode.FLOOR)));
        }
        return placed(number(span, part));
    }

    private PlacedValue placed(Node value) {
        return new PlacedValue(path, entry.key(), value);
    }

    private Scalar number(SweepConfig.Span span, double part) {
        boolean isLinear = !span.linear().isEmpty();
        List<Double> bounds = isLinear ? span.linear() : span.log();
        double low = bounds.get(0);
        double high = bounds.get(1);
        BigDecimal number;
        if (part <= 0 || part >= 1) {
            number = BigDecimal.valueOf(part <= 0 ? low : high);
        } else {
            double between = isLinear ? low + (high - low) * part : low * StrictMath.pow(high / low, part);
            number = isInteger() ? BigDecimal.valueOf(between) : new BigDecimal(between).round(DIGITS);
        }
        number = isInteger() ? number.setScale(0, RoundingMode.HALF_EVEN) : number.stripTrailingZeros();
        return scalar(number);
    }

    private Scalar scalar(BigDecimal number) {
        return new Scalar(entry.value().place(), text(number), Scalar.Style.PLAIN);
    }

    private static String text(BigDecimal number) {
        boolean isShort = Math.abs(number.precision() - number.scale()) <= 6;
        return isShort ? number.toPlainString() : number.toString();
    }
}
