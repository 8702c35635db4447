package io.alchemi.config.schema;

import io.alchemi.config.diagnose.DiagnosticId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A limit on the values of a key. Each constraint is one class, which holds everything that depends on it; only the annotation that
 * states it is read elsewhere. CONTRIBUTING.md says how to add one.
 *
 * <p>On a list or map a constraint limits each item or value, unless {@link #isOnWholeValue} says otherwise.
 */
public sealed interface Constraint permits LengthBounds, NumberConstraint, StringPattern {

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
        Constraint constraint = NumberConstraint.read(word, operands);
        if (constraint == null) {
            constraint = LengthBounds.read(word, operands);
        }
        return constraint == null ? StringPattern.read(word, operands) : constraint;
    }
}
