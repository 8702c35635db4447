package io.alchemi.training.sweep;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.layer.PlacedValue;
import io.alchemi.config.layer.SettingPath;
import io.alchemi.config.schema.NumberText;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Mapping.Entry;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import io.alchemi.config.tree.Sequence;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A key that varies, and its values. */
final class SweepAxis {
    private final SettingPath path;
    private final Entry entry;
    private final SweepConfig.Axis axis;
    private final @Nullable ValueType type;
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
        this.type = path.typeIn(schema);
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

    /**
     * Returns the problem with a bound of a range, with equal values, or with another axis that sets the same value, or null.
     *
     * @param before the axes before this one
     */
    @Nullable
    Diagnostic problem(List<SweepAxis> before) {
        for (SweepAxis first : before) {
            if (first.path.equals(path) || first.sets(this) || sets(first) || replaces(first)) {
                return new Diagnostic(
                        DiagnosticId.DUPLICATE_KEY,
                        entry.key(),
                        first.path.equals(path)
                                ? "duplicate key '" + key() + "'"
                                : "'" + first.key() + "' and '" + key() + "' set the same value",
                        "delete one of them; the first is at "
                                + first.entry.key().describe());
            }
        }
        Diagnostic problem = problemOfBounds();
        return problem == null ? problemOfChoices() : problem;
    }

    /** Returns true if a value of this axis contains one for the key of another axis. */
    private boolean sets(SweepAxis other) {
        SettingPath inside = path.to(other.path);
        return inside != null && choices().stream().anyMatch(value -> inside.in(value) != null);
    }

    /** Returns true if a value of this axis is not merged with that of an earlier axis inside it. */
    private boolean replaces(SweepAxis before) {
        return path.to(before.path) != null
                && choices().stream().anyMatch(value -> type instanceof UnionType || !(value instanceof Mapping));
    }

    private List<Node> choices() {
        return axis instanceof SweepConfig.Choice choice ? choice.values() : List.of();
    }

    private @Nullable Diagnostic problemOfBounds() {
        if (!(axis instanceof SweepConfig.Span span)) {
            return null;
        }
        Mapping form = (Mapping) entry.value();
        Sequence bounds = (Sequence) Objects.requireNonNull(form.get(span.isLog() ? "log" : "linear"));
        for (Node bound : bounds.items()) {
            String text = ((Scalar) bound).text();
            double number = NumberText.doubleOf(text);
            if (isInteger() && NumberText.integer(text) == null) {
                return new Diagnostic(
                        DiagnosticId.WRONG_TYPE,
                        bound.place(),
                        "'over." + key() + "' needs integers as bounds, but one is " + text,
                        "write an integer");
            } else if (Double.isInfinite(number) || (number == 0 && new BigDecimal(text).signum() != 0)) {
                return new Diagnostic(
                        DiagnosticId.NOT_FINITE,
                        bound.place(),
                        "'over." + key() + "' needs bounds that a 64-bit number can have",
                        "write 0, or a number whose size is between 5e-324 and 1.7e308");
            }
        }
        return null;
    }

    private @Nullable Diagnostic problemOfChoices() {
        Map<String, Node> seen = new HashMap<>();
        List<Node> values = choices();
        for (int i = 0; i < values.size(); i++) {
            Node value = values.get(i);
            Node first = seen.putIfAbsent(normalized(value), value);
            if (first != null) {
                return new Diagnostic(
                        first.says(value) ? DiagnosticId.DUPLICATE_ITEM : DiagnosticId.CONFLICTING_NAMES,
                        value.place(),
                        "'over." + key() + "[" + i + "]' is a duplicate",
                        "delete it; the first occurrence is at " + first.place().describe());
            }
        }
        return null;
    }

    /** Returns a string that is the same for equal values, such as 1e-3 and 0.001, true and True, or a and "a". */
    String normalized(Node value) {
        return normalized(value, kind);
    }

    /**
     * Normalizes a value.
     *
     * @param kind the kind of its scalars, or null if it is unknown, as in sections
     */
    private static String normalized(Node value, @Nullable ScalarKind kind) {
        List<String> parts = new ArrayList<>();
        if (value instanceof Sequence sequence) {
            sequence.items().forEach(item -> parts.add(normalized(item, kind)));
            return parts.toString();
        } else if (value instanceof Mapping mapping) {
            mapping.entries().forEach(entry -> parts.add(entry.name() + ": " + normalized(entry.value(), null)));
            Collections.sort(parts);
            return parts.toString();
        }
        Scalar scalar = (Scalar) value;
        return switch (scalar.coreType()) {
            case NULL -> "null";
            case INTEGER, FLOAT ->
                kind == null || kind.isNumber() ? number(scalar.text(), kind) : "'" + scalar.text() + "'";
            case BOOLEAN ->
                kind == null || kind == ScalarKind.BOOLEAN
                        ? scalar.text().toLowerCase(Locale.ROOT)
                        : "'" + scalar.text() + "'";
            case STRING -> "'" + scalar.text() + "'";
        };
    }

    private static String number(String text, @Nullable ScalarKind kind) {
        BigInteger whole = NumberText.integer(text);
        if (whole != null) {
            return whole.toString();
        } else if (!NumberText.isFinite(text)) {
            return text;
        } else if (kind == ScalarKind.BIG_DECIMAL) {
            BigDecimal exact = NumberText.decimal(text);
            return exact == null ? text : exact.stripTrailingZeros().toString();
        }
        double number = NumberText.doubleOf(text);
        return NumberText.write(kind == ScalarKind.FLOAT ? (float) number : number);
    }

    /** Returns the number of values, or infinity if a random sampler may draw any number of a range. */
    double size() {
        return isContinuous() ? range().size() : values().size();
    }

    /** Returns the values of an axis that is not continuous, without duplicates after rounding. */
    List<PlacedValue> values() {
        Map<String, PlacedValue> values = new LinkedHashMap<>();
        List<Node> nodes = new ArrayList<>(choices());
        if (axis instanceof SweepConfig.Span span && span.count() != null) {
            range().spaced(span.count()).forEach(number -> nodes.add(scalar(number)));
        }
        nodes.forEach(node -> values.putIfAbsent(normalized(node), placed(node)));
        return List.copyOf(values.values());
    }

    /**
     * Returns a value of a continuous axis.
     *
     * @param part position, from 0 to less than 1
     * @param count how many different values are needed
     */
    PlacedValue at(double part, int count) {
        return placed(scalar(range().at(part, count)));
    }

    private NumberRange range() {
        SweepConfig.Span span = (SweepConfig.Span) axis;
        List<BigDecimal> bounds = span.isLog() ? span.log() : span.linear();
        return new NumberRange(bounds.get(0), bounds.get(1), span.isLog(), isInteger());
    }

    private PlacedValue placed(Node value) {
        return new PlacedValue(path, entry.key(), value);
    }

    private Scalar scalar(BigDecimal number) {
        return new Scalar(entry.value().place(), text(number), Scalar.Style.PLAIN);
    }

    private static String text(BigDecimal number) {
        boolean isShort = Math.abs(number.precision() - number.scale()) <= 6;
        return isShort ? number.toPlainString() : number.toString();
    }
}
