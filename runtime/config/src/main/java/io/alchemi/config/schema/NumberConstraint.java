package io.alchemi.config.schema;

import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.schema.ScalarKind.JsonType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A constraint on numbers. */
public sealed interface NumberConstraint extends Constraint {

    @Override
    default boolean appliesTo(ValueType type) {
        return type.holdsNumbers();
    }

    @Override
    default String applicableTypes() {
        return "numbers";
    }

    @Override
    default DiagnosticId violation() {
        return DiagnosticId.OUT_OF_RANGE;
    }

    /** Reads the constraint that a keyword starts, or returns null if it is not the keyword of a constraint. */
    static @Nullable NumberConstraint read(String keyword, Operands operands) {
        return switch (keyword) {
            case "min", "over" ->
                new Bounds(
                        Double.parseDouble(operands.next()), keyword.equals("over"), Double.POSITIVE_INFINITY, false);
            case "max", "under" ->
                new Bounds(
                        Double.NEGATIVE_INFINITY, false, Double.parseDouble(operands.next()), keyword.equals("under"));
            case "multipleof" -> new Divisor(Integer.parseInt(operands.next()));
            default -> null;
        };
    }

    /**
     * The range of a number.
     *
     * @param min the least value, or negative infinity
     * @param minExclusive true if {@code min} itself is not allowed
     * @param max the greatest value, or infinity
     * @param maxExclusive true if {@code max} itself is not allowed
     */
    record Bounds(double min, boolean minExclusive, double max, boolean maxExclusive) implements NumberConstraint {
        /** Allows every number. */
        public static final Bounds NONE = new Bounds(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false);

        @Override
        public List<String> text() {
            List<String> text = new ArrayList<>();
            if (min != Double.NEGATIVE_INFINITY) {
                text.add(minExclusive ? "over" : "min");
                text.add(NumberText.write(min));
            }
            if (max != Double.POSITIVE_INFINITY) {
                text.add(maxExclusive ? "under" : "max");
                text.add(NumberText.write(max));
            }
            return text;
        }

        @Override
        public boolean allows(double number) {
            return (minExclusive ? number > min : number >= min) && (maxExclusive ? number < max : number <= max);
        }

        @Override
        public boolean allows(BigDecimal number) {
            int toMin = Double.isInfinite(min) ? 1 : number.compareTo(BigDecimal.valueOf(min));
            int toMax = Double.isInfinite(max) ? -1 : number.compareTo(BigDecimal.valueOf(max));
            return (minExclusive ? toMin > 0 : toMin >= 0) && (maxExclusive ? toMax < 0 : toMax <= 0);
        }

        @Override
        public String requirement() {
            return "must be" + comparisons();
        }

        @Override
        public String qualify(String noun) {
            return noun + comparisons();
        }

        /** Returns the range with a space before it: {@code " ≥ 1 and < 10"}. */
        private String comparisons() {
            StringBuilder out = new StringBuilder();
            if (min != Double.NEGATIVE_INFINITY) {
                out.append(minExclusive ? " > " : " ≥ ").append(NumberText.write(min));
            }
            if (max != Double.POSITIVE_INFINITY) {
                out.append(out.length() == 0 ? "" : " and")
                        .append(maxExclusive ? " < " : " ≤ ")
                        .append(NumberText.write(max));
            }
            return out.toString();
        }

        @Override
        public String fact(ValueType type) {
            return "Range:" + comparisons();
        }

        /** Includes the limits of the Java type. The limits of a {@code long} are not exact as {@code double}. */
        @Override
        public Map<String, String> keywords(ValueType type) {
            ScalarKind kind = type.leafKind();
            ScalarKind limit = kind != null && kind.isLimited() ? kind : null;
            Map<String, String> keywords = new LinkedHashMap<>();
            if (limit != null && min < limit.min()) {
                keywords.put("minimum", Long.toString(limit.min()));
            } else if (min != Double.NEGATIVE_INFINITY) {
                keywords.put(minExclusive ? "exclusiveMinimum" : "minimum", NumberText.write(min));
            }
            if (limit != null && (limit == ScalarKind.LONG ? max >= 0x1p63 : max > limit.max())) {
                keywords.put("maximum", Long.toString(limit.max()));
            } else if (max != Double.POSITIVE_INFINITY) {
                keywords.put(maxExclusive ? "exclusiveMaximum" : "maximum", NumberText.write(max));
            }
            return keywords;
        }

        @Override
        public @Nullable Contradiction contradiction(String component, ValueType type) {
            if (!isEmpty(type)) {
                return null;
            }
            return new Contradiction(
                    DiagnosticId.EMPTY_RANGE,
                    "No value of " + component + " satisfies its range:" + comparisons()
                            + (min > max ? ". Swap min and max." : ". Widen the range, or use a larger type."));
        }

        /** Returns true if the range is empty. The comparisons are negated so that a NaN bound makes it empty. */
        private boolean isEmpty(ValueType type) {
            ScalarKind kind = type.leafKind();
            if (kind == null || kind.jsonType() != JsonType.INTEGER) {
                return !(allows(min) || min < max);
            }
            double least = Math.ceil(min) + (minExclusive && min == Math.rint(min) ? 1 : 0);
            double greatest = Math.floor(max) - (maxExclusive && max == Math.rint(max) ? 1 : 0);
            double lowest = kind.isLimited() ? kind.min() : Double.NEGATIVE_INFINITY;
            double highest = kind.isLimited() ? kind.max() : Double.POSITIVE_INFINITY;
            return !(Math.max(least, lowest) <= Math.min(greatest, highest));
        }

        @Override
        public Bounds and(Constraint other) {
            Bounds bounds = (Bounds) other;
            boolean higher = bounds.min > min || (bounds.min == min && bounds.minExclusive);
            boolean lower = bounds.max < max || (bounds.max == max && bounds.maxExclusive);
            return new Bounds(
                    higher ? bounds.min : min,
                    higher ? bounds.minExclusive : minExclusive,
                    lower ? bounds.max : max,
                    lower ? bounds.maxExclusive : maxExclusive);
        }
    }

    /**
     * Requires numbers to be multiples of a divisor. The divisor is an integer because editors compute with doubles, where 0.3 is
     * not a multiple of 0.1.
     *
     * @param divisor the divisor, at least 1
     */
    record Divisor(int divisor) implements NumberConstraint {
        @Override
        public List<String> text() {
            return List.of("multipleof", Integer.toString(divisor));
        }

        @Override
        public boolean allows(double number) {
            return number % divisor == 0;
        }

        /** Computes with residues, because the digits of {@code 1e100000000} would take hours to write out. */
        @Override
        public boolean allows(BigDecimal number) {
            BigDecimal shortest = number.stripTrailingZeros();
            if (shortest.scale() > 0) {
                return false;
            }
            BigInteger modulus = BigInteger.valueOf(divisor);
            BigInteger power = BigInteger.TEN.modPow(BigInteger.valueOf(-(long) shortest.scale()), modulus);
            return shortest.unscaledValue().multiply(power).mod(modulus).signum() == 0;
        }

        @Override
        public String requirement() {
            return "must be divisible by " + divisor;
        }

        @Override
        public String qualify(String noun) {
            return noun + " divisible by " + divisor;
        }

        @Override
        public String fact(ValueType type) {
            return "Divisible by: " + divisor;
        }

        @Override
        public Map<String, String> keywords(ValueType type) {
            return Map.of("multipleOf", Integer.toString(divisor));
        }

        @Override
        public @Nullable Contradiction contradiction(String component, ValueType type) {
            return divisor > 0
                    ? null
                    : new Contradiction(
                            DiagnosticId.EMPTY_RANGE,
                            "The divisor of " + component + " is " + divisor
                                    + ", but must be positive. Write 1 or more.");
        }

        @Override
        public Divisor and(Constraint other) {
            int another = ((Divisor) other).divisor;
            int common =
                    BigInteger.valueOf(divisor).gcd(BigInteger.valueOf(another)).intValue();
            return new Divisor(Math.multiplyExact(divisor / common, another));
        }
    }
}
