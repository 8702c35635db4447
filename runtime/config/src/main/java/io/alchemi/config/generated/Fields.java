package io.alchemi.config.generated;

import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Typed access to one mapping of a checked tree. Methods whose names end in {@code OrNull} are for nullable components.
 */
public interface Fields {
    /** Returns a boolean. */
    boolean booleanOf(String key);

    /** Returns a boolean, or null. */
    @Nullable
    Boolean booleanOrNull(String key);

    /** Returns a byte. */
    byte byteOf(String key);

    /** Returns a byte, or null. */
    @Nullable
    Byte byteOrNull(String key);

    /** Returns a short. */
    short shortOf(String key);

    /** Returns a short, or null. */
    @Nullable
    Short shortOrNull(String key);

    /** Returns an int. */
    int intOf(String key);

    /** Returns an int, or null. */
    @Nullable
    Integer intOrNull(String key);

    /** Returns a long. */
    long longOf(String key);

    /** Returns a long, or null. */
    @Nullable
    Long longOrNull(String key);

    /** Returns a float. */
    float floatOf(String key);

    /** Returns a float, or null. */
    @Nullable
    Float floatOrNull(String key);

    /** Returns a double. */
    double doubleOf(String key);

    /** Returns a double, or null. */
    @Nullable
    Double doubleOrNull(String key);

    /** Returns a string. */
    String stringOf(String key);

    /** Returns a string, or null. */
    @Nullable
    String stringOrNull(String key);

    /** Returns a path. */
    Path pathOf(String key);

    /** Returns a path, or null. */
    @Nullable
    Path pathOrNull(String key);

    /**
     * Returns a constant of an enum.
     *
     * @param constants the {@code values()} of the enum
     */
    <E extends Enum<E>> E constantOf(String key, E[] constants);

    /**
     * Returns a constant of an enum, or null.
     *
     * @param constants the {@code values()} of the enum
     */
    <E extends Enum<E>> @Nullable E constantOrNull(String key, E[] constants);

    /** Returns a record. */
    <R> R recordOf(String key, RecordBinder<R> binding);

    /** Returns a record, or null. */
    <R> @Nullable R recordOrNull(String key, RecordBinder<R> binding);

    /**
     * Returns a value of any other type.
     *
     * @param item reads values of that type
     */
    <T> T valueOf(String key, ValueReader<T> item);

    /**
     * Returns a value of any other type, or null.
     *
     * @param item reads values of that type
     */
    <T> @Nullable T valueOrNull(String key, ValueReader<T> item);

    /** Returns an int, or empty if the value is null. */
    OptionalInt optionalInt(String key);

    /** Returns a long, or empty if the value is null. */
    OptionalLong optionalLong(String key);

    /** Returns a double, or empty if the value is null. */
    OptionalDouble optionalDouble(String key);

    /**
     * Returns a record whose keys are in the same mapping.
     *
     * @param binding the binder of the record
     */
    <R> R flattened(RecordBinder<R> binding);
}
