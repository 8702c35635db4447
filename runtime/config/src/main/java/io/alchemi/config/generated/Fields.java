package io.alchemi.config.generated;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Typed reads of one mapping of a tree that passed the check. The methods with {@code OrNull} are for nullable components. */
public interface Fields {
    boolean booleanOf(String key);

    @Nullable
    Boolean booleanOrNull(String key);

    byte byteOf(String key);

    @Nullable
    Byte byteOrNull(String key);

    short shortOf(String key);

    @Nullable
    Short shortOrNull(String key);

    int intOf(String key);

    @Nullable
    Integer intOrNull(String key);

    long longOf(String key);

    @Nullable
    Long longOrNull(String key);

    float floatOf(String key);

    @Nullable
    Float floatOrNull(String key);

    double doubleOf(String key);

    @Nullable
    Double doubleOrNull(String key);

    String textOf(String key);

    @Nullable
    String textOrNull(String key);

    Path pathOf(String key);

    @Nullable
    Path pathOrNull(String key);

    <E extends Enum<E>> E constantOf(String key, E[] constants);

    <E extends Enum<E>> @Nullable E constantOrNull(String key, E[] constants);

    <R> R recordOf(String key, Binding<R> binding);

    <R> @Nullable R recordOrNull(String key, Binding<R> binding);
}
