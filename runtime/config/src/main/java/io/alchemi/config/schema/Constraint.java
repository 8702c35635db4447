package io.alchemi.config.schema;

import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.schema.ScalarKind.JsonType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A limit on the values of a key. Each constraint is one class, which holds everything that depends on it; only the annotation that
 * states it is read elsewhere. CONTRIBUTING.md says how to add one.
 *
 * <p>On a list or map a constraint limits each item or value, unless {@link #isOnWholeValue} says otherwise.
 */
public sealed interface Constraint {

    /** Returns true if a key of a type can have the constraint. */
    boolean appliesTo(ValueType type);

    /** Returns the types that it applies to, as in "it is for …". */
    String applicableTypes();

    /** Returns true if the constraint is on a whole list or map and not on what is inside it. */
    default boolean isOnWholeValue() {
        return false;
    }

    /** Returns its form in a description: words, each followed by its operands. */
    List<String> text();

    /** Returns the diagnostic of a value that violates the constraint. */
    DiagnosticId violation();

    /** Returns true if the constraint allows a number that a {@code double} represents. */
    default boolean allows(double number) {
        return allows(BigDecimal.valueOf(number));
    }

    /** Returns true if the constraint allows a number. */
    default boolean allows(BigDecimal number) {
        return true;
    }

    /** Returns true if the constraint allows a string. */
    default boolean allows(String string) {
        return true;
    }

    /** Returns true if the constraint allows a number of characters, items or entries. */
    default boolean allowsLength(int length) {
        return true;
    }

    /** Returns the end of a message about a value that violates the constraint: {@code "must be ≥ 1"}. */
    String requirement(ValueType type);

    /** Returns a noun for a single value with the constraint added to it: {@code "integer ≥ 1"} for {@code "integer"}. */
    default String qualify(String noun) {
        return noun;
    }

    /** Returns what the constraint adds to the signature of a whole value: {@code ", 2 items"}, or nothing. */
    default String suffix(ValueType type) {
        return "";
    }

    /** Returns the constraint as a line of its own, {@code "Range: ≥ 1"}, or nothing if the signature says enough. */
    String fact(ValueType type);

    /** Returns the numeric keywords of JSON Schema that say the same about a value of a type, with their literals. */
    default Map<String, String> keywords(ValueType type) {
        return Map.of();
    }

    /** Returns why no value of a type can satisfy the constraint of a component, or null if some value can. */
    @Nullable
    Contradiction contradiction(String component, ValueType type);

    /** Returns the intersection with another constraint of the same class. */
    default Constraint and(Constraint other) {
        return other;
    }

    /**
     * A constraint that no value satisfies.
     *
     * @param id the diagnostic
     * @param message what is wrong and what to write instead
     */
    record Contradiction(DiagnosticId id, String message) {}

    /** The words of a description that follow. */
    interface Operands {
        /** Takes the next word. */
        String next();

        /** Takes the next word if it is the expected one. */
        boolean takes(String expected);
    }

    /** Reads the constraint that a word of a description begins, or returns null if the word begins none. */
    static @Nullable Constraint read(String word, Operands operands) {
        return switch (word) {
            case "min", "over" ->
                new Bounds(Double.parseDouble(operands.next()), word.equals("over"), Double.POSITIVE_INFINITY, false);
            case "max", "under" ->
                new Bounds(Double.NEGATIVE_INFINITY, false, Double.parseDouble(operands.next()), word.equals("under"));
            case "minlength" -> new LengthBounds(Integer.parseInt(operands.next()), Integer.MAX_VALUE);
            case "maxlength" -> new LengthBounds(0, Integer.parseInt(operands.next()));
            case "matches" -> StringPattern.read(operands);
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
    record Bounds(double min, boolean minExclusive, double max, boolean maxExclusive) implements Constraint {
        /** Allows every number. */
        public static final Bounds NONE = new Bounds(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false);

        @Override
        public boolean appliesTo(ValueType type) {
            return type.holdsNumbers();
        }

        @Override
        public String applicableTypes() {
            return "numbers";
        }

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
        public DiagnosticId violation() {
            return DiagnosticId.OUT_OF_RANGE;
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
        public String requirement(ValueType type) {
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

        /** The Java type of an integer limits it too. The limits of a {@code long} are not exact as {@code double}. */
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
                    "No value of " + component + " is in its range," + comparisons()
                            + (min > max ? ". Swap min and max." : ". Widen the range, or use a larger type."));
        }

        /** Written so that a bound that is not a number makes the range empty. */
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
     * The length of a string, list or map.
     *
     * @param min the fewest code points, items or entries
     * @param max the most
     */
    record LengthBounds(int min, int max) implements Constraint {
        /** Allows every length. */
        public static final LengthBounds NONE = new LengthBounds(0, Integer.MAX_VALUE);

        /** Returns true if exactly one length is allowed. */
        public boolean isExact() {
            return min == max;
        }

        @Override
        public boolean appliesTo(ValueType type) {
            return type.element() != null || type.leafKind() == ScalarKind.STRING;
        }

        @Override
        public boolean isOnWholeValue() {
            return true;
        }

        @Override
        public String applicableTypes() {
            return "a String, a collection, an array or a map";
        }

        @Override
        public List<String> text() {
            List<String> text = new ArrayList<>();
            if (min != 0) {
                text.add("minlength");
                text.add(Integer.toString(min));
            }
            if (max != Integer.MAX_VALUE) {
                text.add("maxlength");
                text.add(Integer.toString(max));
            }
            return text;
        }

        @Override
        public DiagnosticId violation() {
            return DiagnosticId.WRONG_LENGTH;
        }

        @Override
        public boolean allowsLength(int length) {
            return length >= min && length <= max;
        }

        @Override
        public String requirement(ValueType type) {
            return "must have " + (isExact() ? "exactly " : "") + count();
        }

        private String count() {
            if (isExact()) {
                return Integer.toString(min);
            } else if (max == Integer.MAX_VALUE) {
                return "at least " + min;
            }
            return min == 0 ? "at most " + max : min + " to " + max;
        }

        @Override
        public String suffix(ValueType type) {
            return min == 0 && max == Integer.MAX_VALUE ? "" : ", " + counted(type);
        }

        private String counted(ValueType type) {
            return count() + " " + Unit.of(type).noun(max < Integer.MAX_VALUE ? max : min);
        }

        /** Returns a number of what is counted in a value of a type: {@code "1 item"}. */
        public static String counted(ValueType type, int count) {
            return count + " " + Unit.of(type).noun(count);
        }

        /** What is counted. */
        private enum Unit {
            CHARACTERS("character", "characters", "Length"),
            ITEMS("item", "items", "Items"),
            ENTRIES("entry", "entries", "Properties");

            private final String one;
            private final String many;
            private final String keyword;

            Unit(String one, String many, String keyword) {
                this.one = one;
                this.many = many;
                this.keyword = keyword;
            }

            static Unit of(ValueType type) {
                return type.element() == null ? CHARACTERS : type instanceof ValueType.MapType ? ENTRIES : ITEMS;
            }

            String noun(int count) {
                return count == 1 ? one : many;
            }
        }

        @Override
        public String fact(ValueType type) {
            return "Length: " + counted(type);
        }

        @Override
        public Map<String, String> keywords(ValueType type) {
            String keyword = Unit.of(type).keyword;
            Map<String, String> keywords = new LinkedHashMap<>();
            if (min > 0) {
                keywords.put("min" + keyword, Integer.toString(min));
            }
            if (max < Integer.MAX_VALUE) {
                keywords.put("max" + keyword, Integer.toString(max));
            }
            return keywords;
        }

        @Override
        public @Nullable Contradiction contradiction(String component, ValueType type) {
            if (min < 0 || max < 0) {
                return new Contradiction(
                        DiagnosticId.BAD_LENGTH, "The length of " + component + " is negative. Write 0 or more.");
            } else if (min > max) {
                return new Contradiction(
                        DiagnosticId.BAD_LENGTH,
                        "No value of " + component + " has its length: min is " + min + ", max is " + max
                                + ". Swap min and max.");
            }
            return null;
        }

        @Override
        public LengthBounds and(Constraint other) {
            LengthBounds length = (LengthBounds) other;
            int least = Math.max(min, length.min);
            int most = Math.min(max, length.max);
            return new LengthBounds(least, most);
        }
    }

    /**
     * The form of a string.
     *
     * @param regex a regular expression that the whole string matches
     * @param describedAs what such a string is, for messages
     * @param suggestions values that editors and shells offer; {@link Docs} describes them
     */
    record StringPattern(String regex, String describedAs, List<String> suggestions) implements Constraint {
        private static StringPattern read(Operands operands) {
            String regex = operands.next();
            String describedAs = operands.next();
            List<String> suggestions = new ArrayList<>();
            while (operands.takes("suggest")) {
                suggestions.add(operands.next());
            }
            return new StringPattern(regex, describedAs, suggestions);
        }

        @Override
        public boolean appliesTo(ValueType type) {
            return type.leafKind() == ScalarKind.STRING;
        }

        @Override
        public String applicableTypes() {
            return "a String";
        }

        @Override
        public List<String> text() {
            List<String> text = new ArrayList<>(List.of("matches", regex, describedAs));
            for (String suggestion : suggestions) {
                text.add("suggest");
                text.add(suggestion);
            }
            return text;
        }

        @Override
        public DiagnosticId violation() {
            return DiagnosticId.NO_MATCH;
        }

        @Override
        public boolean allows(String string) {
            return java.util.regex.Pattern.matches(regex, string);
        }

        @Override
        public String requirement(ValueType type) {
            return "must be " + describedAs;
        }

        @Override
        public String qualify(String noun) {
            return describedAs;
        }

        @Override
        public String fact(ValueType type) {
            return "";
        }

        /** A pattern that no string matches cannot be told from others; what is wrong with its syntax is the processor's to find. */
        @Override
        public @Nullable Contradiction contradiction(String component, ValueType type) {
            return null;
        }
    }
}
