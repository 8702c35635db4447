package io.alchemi.config.generated;

import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Typed reads of one mapping of a tree that passed the check. Methods whose names end in {@code OrNull} are for nullable
 * components.
 */
public interface Fields {
    /** A boolean. */
    boolean booleanOf(String key);

    /** A boolean or null. */
    @Nullable
    Boolean booleanOrNull(String key);

    /** A byte. */
    byte byteOf(String key);

    /** A byte or null. */
    @Nullable
    Byte byteOrNull(String key);

    /** A short. */
    short shortOf(String key);

    /** A short or null. */
    @Nullable
    Short shortOrNull(String key);

    /** An int. */
    int intOf(String key);

    /** An int or null. */
    @Nullable
    Integer intOrNull(String key);

    /** A long. */
    long longOf(String key);

    /** A long or null. */
    @Nullable
    Long longOrNull(String key);

    /** A float. */
    float floatOf(String key);

    /** A float or null. */
    @Nullable
    Float floatOrNull(String key);

    /** A double. */
    double doubleOf(String key);

    /** A double or null. */
    @Nullable
    Double doubleOrNull(String key);

    /** A string. */
    String stringOf(String key);

    /** A string or null. */
    @Nullable
    String stringOrNull(String key);

    /** A path. */
    Path pathOf(String key);

    /** A path or null. */
    @Nullable
    Path pathOrNull(String key);

    /**
     * A constant of an enum.
     *
     * @param constants what {@code values()} of the enum gives
     */
    <E extends Enum<E>> E constantOf(String key, E[] constants);

    /**
     * A constant of an enum or null.
     *
     * @param constants what {@code values()} of the enum gives
     */
    <E extends Enum<E>> @Nullable E constantOrNull(String key, E[] constants);

    /** A record. */
    <R> R recordOf(String key, RecordBinder<R> binding);

    /** A record or null. */
    <R> @Nullable R recordOrNull(String key, RecordBinder<R> binding);

    /**
     * A value of any other type.
     *
     * @param item reads values of that type
     */
    <T> T valueOf(String key, ValueReader<T> item);

    /**
     * A value of any other type or null.
     *
     * @param item reads values of that type
     */
    <T> @Nullable T valueOrNull(String key, ValueReader<T> item);

    /** An int or nothing. */
    OptionalInt optionalInt(String key);

    /** A long or nothing. */
    OptionalLong optionalLong(String key);

    /** A double or nothing. */
    OptionalDouble optionalDouble(String key);
}
