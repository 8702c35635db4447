package io.alchemi.config.generated;

import io.alchemi.config.schema.ScalarKind;
import org.jspecify.annotations.Nullable;

/** Finds the scalar to write for a value that a {@code @ConfigValue} factory makes. */
public final class FactoryScalar {
    private FactoryScalar() {}

    /**
     * Returns the scalar to write for a value: the only component of a record, or what {@code toString} returns. If the factory makes
     * an equal value of neither, but refuses the component, this is the component, so that loading reports the reason.
     *
     * @param type the class of the scalar, which is the wrapper class of a primitive
     * @param component the only component of a record, whose text is the scalar if it is of another type; or null
     * @throws IllegalStateException if the factory makes an equal value of none of them
     */
    public static <S, T> Object of(
            T value, Class<S> type, ValueReader.Factory<S, T> factory, @Nullable Object component) {
        Object written =
                component == null || type.isInstance(component) ? component : parsed(ScalarKind.text(component), type);
        @Nullable Object refused = null;
        for (@Nullable Object candidate : new @Nullable Object[] {written, parsed(value.toString(), type)}) {
            if (!type.isInstance(candidate)) {
                continue;
            }
            try {
                if (makes(factory, type.cast(candidate), value)) {
                    return candidate;
                }
            } catch (Exception | AssertionError rejection) {
                refused = candidate == component ? candidate : refused;
            }
        }
        if (refused != null) {
            return refused;
        }
        String name = value.getClass().getName();
        throw new IllegalStateException(name + " cannot be written: the @ConfigValue method makes no equal value of "
                + (component == null ? "" : "its component or ") + "what toString returns");
    }

    private static Object parsed(String text, Class<?> type) {
        for (ScalarKind kind : ScalarKind.values()) {
            if (kind.javaType() == type && kind.isNumber()) {
                try {
                    return kind.parse(text);
                } catch (NumberFormatException | ArithmeticException | IndexOutOfBoundsException notANumber) {
                    return text;
                }
            }
        }
        return text;
    }

    /** Returns true if the factory makes an equal value. Of classes without {@code equals}, the texts are compared. */
    private static <S, T> boolean makes(ValueReader.Factory<S, T> factory, S scalar, T value) throws Exception {
        T made = factory.make(scalar);
        if (made == null || made.equals(value)) {
            return made != null;
        }
        boolean hasEquals = made.equals(factory.make(scalar));
        return !hasEquals && made.toString().equals(value.toString());
    }
}
