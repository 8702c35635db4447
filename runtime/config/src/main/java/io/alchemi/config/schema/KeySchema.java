package io.alchemi.config.schema;

import io.alchemi.config.schema.NumberConstraint.Bounds;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key of a record.
 *
 * @param name its name in YAML
 * @param component the record component for the value
 * @param type the type of the value
 * @param nullable true if the value may be null
 * @param defaultText the value of a missing key as YAML, or null
 * @param exampleText a value for the template as YAML, or null
 * @param aliases other accepted names
 * @param constraints the constraints on the value, at most one of each class
 * @param unit the unit of a number, or empty
 * @param format the JSON Schema format of strings, which only editors check, or empty
 * @param deprecated the reason why the key is deprecated, or null if it is not
 * @param flag its command-line option, or null
 * @param operand true if it is a positional argument of a command
 * @param requiredIf the condition under which it is required although it is nullable, or null
 */
public record KeySchema(
        String name,
        String component,
        ValueType type,
        boolean nullable,
        @Nullable String defaultText,
        @Nullable String exampleText,
        List<String> aliases,
        List<Constraint> constraints,
        String unit,
        String format,
        @Nullable String deprecated,
        @Nullable FlagSchema flag,
        boolean operand,
        @Nullable Requirement requiredIf) {

    /** Creates a builder for a key. */
    public static Builder of(String name, String component, ValueType type) {
        return new Builder(name, component, type);
    }

    /** Returns the same key with another default and without an example. */
    public KeySchema withDefault(@Nullable String text) {
        return new KeySchema(
                name,
                component,
                type,
                nullable,
                text,
                null,
                aliases,
                constraints,
                unit,
                format,
                deprecated,
                flag,
                operand,
                requiredIf);
    }

    /** Returns the key with its example as in a file: {@code "lr: 1e-3"}. */
    public String line() {
        return name + ": " + (exampleText == null ? "…" : exampleText);
    }

    /** Returns true if a value must be stated. A section need not be, but its keys may. */
    public boolean isRequired() {
        return !nullable && defaultText == null && !type.isSection();
    }

    /** Returns the constraint of a class, or null. */
    private <C extends Constraint> @Nullable C constraint(Class<C> wanted) {
        for (Constraint constraint : constraints) {
            if (wanted.isInstance(constraint)) {
                return wanted.cast(constraint);
            }
        }
        return null;
    }

    /** Returns the range of numbers in the value. */
    public Bounds bounds() {
        Bounds bounds = constraint(Bounds.class);
        return bounds == null ? Bounds.NONE : bounds;
    }

    /** Returns the length bounds of the whole value. */
    public LengthBounds length() {
        LengthBounds length = constraint(LengthBounds.class);
        return length == null ? LengthBounds.NONE : length;
    }

    /** Returns the length bounds if the type is that of the whole value, or else {@link LengthBounds#NONE}. */
    public LengthBounds lengthOf(ValueType inside) {
        return inside == type ? length() : LengthBounds.NONE;
    }

    /** Returns the constraints that apply to the whole value, or to parts of a given type. */
    public List<Constraint> constraintsOn(ValueType inside) {
        List<Constraint> found = new ArrayList<>();
        for (Constraint constraint : constraints) {
            if (inside == type
                    ? constraint.appliesTo(type)
                    : constraint.appliesTo(inside) && !constraint.isOnWholeValue()) {
                found.add(constraint);
            }
        }
        return found;
    }

    /** Returns the pattern of strings in the value, or null. */
    public @Nullable StringPattern pattern() {
        return constraint(StringPattern.class);
    }

    /** Builds a key. */
    public static final class Builder {
        private final String name;
        private final String component;
        private final ValueType type;
        private final List<String> aliases = new ArrayList<>();
        private final List<Constraint> constraints = new ArrayList<>();
        private boolean nullable;
        private @Nullable String defaultText;
        private @Nullable String exampleText;
        private String unit = "";
        private String format = "";
        private @Nullable String deprecated;
        private @Nullable FlagSchema flag;
        private boolean operand;
        private @Nullable Requirement requiredIf;

        private Builder(String name, String component, ValueType type) {
            this.name = name;
            this.component = component;
            this.type = type;
        }

        /** Sets whether the value may be null. */
        public Builder nullable(boolean wanted) {
            nullable = wanted;
            return this;
        }

        /** Sets the default. */
        public Builder defaultText(@Nullable String text) {
            defaultText = text;
            return this;
        }

        /** Sets the example. */
        public Builder exampleText(@Nullable String text) {
            exampleText = text;
            return this;
        }

        /** Adds an alias. */
        public Builder alias(String alias) {
            aliases.add(alias);
            return this;
        }

        /** Adds a constraint, unless it allows everything. Two constraints of the same class are intersected. */
        public Builder constraint(Constraint added) {
            if (added.text().isEmpty()) {
                return this;
            }
            for (int i = 0; i < constraints.size(); i++) {
                if (constraints.get(i).getClass() == added.getClass()) {
                    constraints.set(i, constraints.get(i).and(added));
                    return this;
                }
            }
            constraints.add(added);
            return this;
        }

        /** Returns true if the key has a constraint of a class. */
        public boolean has(Class<? extends Constraint> wanted) {
            return build().constraint(wanted) != null;
        }

        /** Sets the unit. */
        public Builder unit(String text) {
            unit = text;
            return this;
        }

        /** Sets the JSON Schema format of strings. */
        public Builder format(String name) {
            format = name;
            return this;
        }

        /** Sets the reason why the key is deprecated. */
        public Builder deprecated(@Nullable String reason) {
            deprecated = reason;
            return this;
        }

        /** Sets the command-line option. */
        public Builder flag(@Nullable FlagSchema option) {
            flag = option;
            return this;
        }

        /** Sets whether the key is a positional argument of a command. */
        public Builder operand(boolean wanted) {
            operand = wanted;
            return this;
        }

        /** Sets the condition under which the key is required. */
        public Builder requiredIf(@Nullable Requirement condition) {
            requiredIf = condition;
            return this;
        }

        /** Returns the key. */
        public KeySchema build() {
            return new KeySchema(
                    name,
                    component,
                    type,
                    nullable,
                    defaultText,
                    exampleText,
                    List.copyOf(aliases),
                    List.copyOf(constraints),
                    unit,
                    format,
                    deprecated,
                    flag,
                    operand,
                    requiredIf);
        }
    }
}
