package io.alchemi.config.schema;

import io.alchemi.config.diagnose.DiagnosticId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The range of a string with an order, such as a duration or a date.
 *
 * @param kind the type of the bounds
 * @param min the least value as it is written in YAML, or an empty string
 * @param max the greatest value, or an empty string
 */
public record ValueBounds(ScalarKind kind, String min, String max) implements Constraint {
    private static final String KEYWORD = "between";

    static @Nullable ValueBounds read(String keyword, Operands operands) {
        if (!keyword.equals(KEYWORD)) {
            return null;
        }
        return new ValueBounds(
                Objects.requireNonNull(ScalarKind.ofWord(operands.next())), operands.next(), operands.next());
    }

    @Override
    public boolean appliesTo(ValueType type) {
        return type.leafKind() == kind && kind.isOrdered();
    }

    @Override
    public String applicableTypes() {
        return "a Duration, a date, a time, an Instant or a MemorySize";
    }

    @Override
    public List<String> text() {
        return min.isEmpty() && max.isEmpty() ? List.of() : List.of(KEYWORD, kind.word(), min, max);
    }

    @Override
    public DiagnosticId violation() {
        return DiagnosticId.OUT_OF_BOUNDS;
    }

    @Override
    public boolean allows(String string) {
        return (min.isEmpty() || kind.compare(min, string) <= 0) && (max.isEmpty() || kind.compare(string, max) <= 0);
    }

    @Override
    public String requirement() {
        return "must be" + comparisons();
    }

    /** Replaces the sample in a noun such as {@code "duration such as 30s"}. */
    @Override
    public String qualify(String noun) {
        int sample = noun.indexOf(" such as ");
        return (sample < 0 ? noun : noun.substring(0, sample)) + comparisons();
    }

    private String comparisons() {
        return (min.isEmpty() ? "" : " ≥ " + min)
                + (min.isEmpty() || max.isEmpty() ? "" : " and")
                + (max.isEmpty() ? "" : " ≤ " + max);
    }

    @Override
    public String fact(ValueType type) {
        return "Range:" + comparisons();
    }

    @Override
    public @Nullable Contradiction contradiction(String component, ValueType type) {
        if (!appliesTo(type)) {
            return null;
        }
        for (String bound : List.of(min, max)) {
            if (!bound.isEmpty() && (!kind.matches(bound) || kind.rejection(bound) != null)) {
                return new Contradiction(
                        DiagnosticId.BAD_BOUND,
                        "The bound '" + bound + "' of " + component + " is not valid. Write " + kind.noun() + ".");
            }
        }
        if (min.isEmpty() || max.isEmpty() || kind.compare(min, max) <= 0) {
            return null;
        }
        return new Contradiction(
                DiagnosticId.EMPTY_RANGE,
                "No value of " + component + " satisfies its range:" + comparisons() + ". Swap min and max.");
    }

    @Override
    public ValueBounds and(Constraint other) {
        ValueBounds bounds = (ValueBounds) other;
        boolean higher = min.isEmpty() || (!bounds.min.isEmpty() && kind.compare(min, bounds.min) < 0);
        boolean lower = max.isEmpty() || (!bounds.max.isEmpty() && kind.compare(max, bounds.max) > 0);
        return new ValueBounds(kind, higher ? bounds.min : min, lower ? bounds.max : max);
    }
}
