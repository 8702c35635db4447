package io.alchemi.config.schema;

import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.schema.ValueType.MapType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Limits the length of a string, list or map.
 *
 * @param min the minimum number of code points, items or entries
 * @param max the maximum number
 */
public record LengthBounds(int min, int max) implements Constraint {
    /** Allows every length. */
    public static final LengthBounds NONE = new LengthBounds(0, Integer.MAX_VALUE);

    static @Nullable LengthBounds read(String keyword, Operands operands) {
        return switch (keyword) {
            case "minlength" -> new LengthBounds(Integer.parseInt(operands.next()), Integer.MAX_VALUE);
            case "maxlength" -> new LengthBounds(0, Integer.parseInt(operands.next()));
            default -> null;
        };
    }

    /** Returns true if exactly one length is allowed. */
    public boolean isExact() {
        return min == max;
    }

    @Override
    public boolean appliesTo(ValueType type) {
        return type.element() != null || ScalarKind.isAnyString(type.leafKind());
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
    public String requirement() {
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
        return count() + " " + Counted.of(type).noun(max < Integer.MAX_VALUE ? max : min);
    }

    /** Returns a count with the unit for a type: {@code "1 item"}. */
    public static String counted(ValueType type, int count) {
        return count + " " + Counted.of(type).noun(count);
    }

    /** The units of a length. */
    private enum Counted {
        CHARACTERS("character", "characters", "Length"),
        ITEMS("item", "items", "Items"),
        ENTRIES("entry", "entries", "Properties");

        private final String one;
        private final String many;
        private final String keyword;

        Counted(String one, String many, String keyword) {
            this.one = one;
            this.many = many;
            this.keyword = keyword;
        }

        static Counted of(ValueType type) {
            return type.element() == null ? CHARACTERS : type instanceof MapType ? ENTRIES : ITEMS;
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
        String keyword = Counted.of(type).keyword;
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
                    "The minimum length " + min + " of " + component + " is greater than the maximum length " + max
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
