package io.alchemi.config.generated;

import io.alchemi.config.schema.ScalarKind;
import org.jspecify.annotations.Nullable;

/** The scalar of which the factory of a type of the program makes a value. */
public final class FactoryScalar {
    private FactoryScalar() {}

    /**
     * Returns the scalar to write for a value: the only component of a record, or what {@code toString} returns. If the factory refuses
     * all, one of them is returned, so that loading reports the reason.
     *
     * @param type the class of the scalar, which is the wrapper class of a primitive
     * @param component the only component of a record, if it is of this type
     * @throws IllegalStateException if the factory makes other values of them
     */
    public static <S, T> Object of(T value, Class<S> type, ValueReader.Factory<S, T> factory, @Nullable S component) {
        Object text = parsed(value.toString(), type);
        Object refused = null;
        for (@Nullable Object candidate : new @Nullable Object[] {component, text}) {
            if (!type.isInstance(candidate)) {
                continue;
            }
            try {
                if (makes(factory, type.cast(candidate), value)) {
                    return candidate;
                }
            } catch (Exception | AssertionError rejection) {
                refused = refused == null ? candidate : refused;
            }
        }
        if (refused != null) {
            return refused;
        } else if (component == null && !type.isInstance(text)) {
            return text;
        }
        String name = value.getClass().getName();
        throw new IllegalStateException(name + " cannot be written: the @ConfigValue method makes another value of "
                + (component == null ? "" : "its component, and of ") + "what toString returns");
    }

    private static Object parsed(String text, Class<?> type) {
        for (ScalarKind kind : ScalarKind.values()) {
            if (kind.javaType() == type && kind.isNumber()) {
                try {
                    return kind.parse(text);
                } catch (NumberFormatException notANumber) {
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
