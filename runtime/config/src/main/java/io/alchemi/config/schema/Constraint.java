package io.alchemi.config.schema;

import io.alchemi.config.diagnose.DiagnosticId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A constraint on the values of a key. One class implements everything about a constraint except reading its annotation.
 * CONTRIBUTING.md explains how to add a constraint.
 *
 * <p>On a list or map, a constraint applies to each item or value, unless {@link #isOnWholeValue} returns true.
 */
public sealed interface Constraint permits LengthBounds, NumberConstraint, StringPattern, ValueBounds {

    /** Returns true if the constraint is allowed on keys of a type. */
    boolean appliesTo(ValueType type);

    /** Returns the names of the types that the constraint applies to, for messages. */
    String applicableTypes();

    /** Returns true if the constraint applies to a whole list or map and not to its items or values. */
    default boolean isOnWholeValue() {
        return false;
    }

    /** Returns the constraint as tokens of the schema text: keywords, each followed by its operands. */
    List<String> text();

    /** Returns the id of the diagnostic for a value that violates the constraint. */
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

    /** Returns true if the constraint allows a length in characters, items or entries. */
    default boolean allowsLength(int length) {
        return true;
    }

    /** Returns the end of a message about a value that violates the constraint: {@code "must be ≥ 1"}. */
    String requirement();

    /** Returns a noun for a single value with the constraint added to it: {@code "integer ≥ 1"} for {@code "integer"}. */
    default String qualify(String noun) {
        return noun;
    }

    /** Returns the suffix for the signature of a whole value, {@code ", 2 items"}, or an empty string. */
    default String suffix(ValueType type) {
        return "";
    }

    /** Returns the constraint as a separate line, {@code "Range: ≥ 1"}, or an empty string if the signature is sufficient. */
    String fact(ValueType type);

    /** Returns the equivalent numeric JSON Schema keywords for a type, with their literals. */
    default Map<String, String> keywords(ValueType type) {
        return Map.of();
    }

    /** Returns the reason why no value of a type satisfies the constraint, or null if some value does. */
    @Nullable
    Contradiction contradiction(String component, ValueType type);

    /** Returns the intersection with another constraint of the same class. */
    Constraint and(Constraint other);

    /**
     * A constraint that no value satisfies.
     *
     * @param id the diagnostic
     * @param message the problem and how to fix it
     */
    record Contradiction(DiagnosticId id, String message) {}

    /** The remaining tokens of a schema text. */
    interface Operands {
        /** Returns the next token and advances. */
        String next();

        /** Advances and returns true if the next token is the expected one. */
        boolean takes(String expected);
    }

    /** Reads the constraint that a keyword starts, or returns null if it is not the keyword of a constraint. */
    static @Nullable Constraint read(String keyword, Operands operands) {
        Constraint constraint = NumberConstraint.read(keyword, operands);
        if (constraint == null) {
            constraint = LengthBounds.read(keyword, operands);
        }
        if (constraint == null) {
            constraint = ValueBounds.read(keyword, operands);
        }
        return constraint == null ? StringPattern.read(keyword, operands) : constraint;
    }
}
