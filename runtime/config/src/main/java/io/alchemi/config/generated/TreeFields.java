package io.alchemi.config.generated;

import io.alchemi.config.schema.NumberText;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.tree.KeyPath;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Mapping.Entry;
import io.alchemi.config.tree.Scalar;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads the values of one section, which were checked before. */
final class TreeFields implements Fields {
    private final RecordSchema record;
    private final Mapping section;
    private final SourceLocation written;
    private final KeyPath path;
    private final Construction construction;
    private boolean failed;
    private int next;

    TreeFields(RecordSchema record, Mapping section, SourceLocation written, KeyPath path, Construction construction) {
        this.record = record;
        this.section = section;
        this.written = written;
        this.path = path;
        this.construction = construction;
    }

    /** Returns true if a nested record could not be constructed. */
    boolean failed() {
        return failed;
    }

    private Entry entry(String key) {
        Entry entry = section.entry(key);
        if (entry == null) {
            throw new ChangedRecordException("the checked tree of " + record.type(), key);
        }
        return entry;
    }

    private boolean isNull(String key) {
        return entry(key).value() instanceof Scalar scalar && scalar.isNull();
    }

    @Override
    public boolean booleanOf(String key) {
        return stringOf(key).equalsIgnoreCase("true");
    }

    @Override
    public @Nullable Boolean booleanOrNull(String key) {
        return isNull(key) ? null : Boolean.valueOf(booleanOf(key));
    }

    @Override
    public byte byteOf(String key) {
        return (byte) longOf(key);
    }

    @Override
    public @Nullable Byte byteOrNull(String key) {
        return isNull(key) ? null : Byte.valueOf(byteOf(key));
    }

    @Override
    public short shortOf(String key) {
        return (short) longOf(key);
    }

    @Override
    public @Nullable Short shortOrNull(String key) {
        return isNull(key) ? null : Short.valueOf(shortOf(key));
    }

    @Override
    public int intOf(String key) {
        return (int) longOf(key);
    }

    @Override
    public @Nullable Integer intOrNull(String key) {
        return isNull(key) ? null : Integer.valueOf(intOf(key));
    }

    @Override
    public long longOf(String key) {
        return NumberText.longOf(stringOf(key));
    }

    @Override
    public @Nullable Long longOrNull(String key) {
        return isNull(key) ? null : Long.valueOf(longOf(key));
    }

    @Override
    public float floatOf(String key) {
        return (float) doubleOf(key);
    }

    @Override
    public @Nullable Float floatOrNull(String key) {
        return isNull(key) ? null : Float.valueOf(floatOf(key));
    }

    @Override
    public double doubleOf(String key) {
        return NumberText.doubleOf(stringOf(key));
    }

    @Override
    public @Nullable Double doubleOrNull(String key) {
        return isNull(key) ? null : Double.valueOf(doubleOf(key));
    }

    @Override
    public String stringOf(String key) {
        return ((Scalar) entry(key).value()).text();
    }

    @Override
    public @Nullable String stringOrNull(String key) {
        return isNull(key) ? null : stringOf(key);
    }

    @Override
    public Path pathOf(String key) {
        return Path.of(stringOf(key));
    }

    @Override
    public @Nullable Path pathOrNull(String key) {
        return isNull(key) ? null : pathOf(key);
    }

    @Override
    public <E extends Enum<E>> E constantOf(String key, E[] constants) {
        return valueOf(key, ValueReader.constant(constants));
    }

    @Override
    public <E extends Enum<E>> @Nullable E constantOrNull(String key, E[] constants) {
        return isNull(key) ? null : constantOf(key, constants);
    }

    @Override
    public <R> R recordOf(String key, RecordBinder<R> binding) {
        return valueOf(key, ValueReader.record(binding));
    }

    @Override
    public <R> @Nullable R recordOrNull(String key, RecordBinder<R> binding) {
        return isNull(key) ? null : recordOf(key, binding);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Returns null if a nested record could not be constructed. The enclosing record is then not constructed either, without
     * a further diagnostic.
     */
    @Override
    @SuppressWarnings("NullAway")
    public <T> T valueOf(String key, ValueReader<T> item) {
        int index = record.indexOf(key, next);
        if (index < 0) {
            throw new ChangedRecordException("the schema of " + record.type(), key);
        }
        next = index + 1;
        Entry entry = entry(key);
        boolean isDefault = entry.key().document().kind() == Document.Kind.DEFAULT;
        SourceLocation written = isDefault ? section.place() : entry.key();
        T value = item.read(
                record.keys().get(index).type(),
                entry.value(),
                new ValueReader.Context(construction, record, written, path.key(key)));
        failed |= value == null;
        return value;
    }

    @Override
    public <T> @Nullable T valueOrNull(String key, ValueReader<T> item) {
        return isNull(key) ? null : valueOf(key, item);
    }

    @Override
    public OptionalInt optionalInt(String key) {
        return isNull(key) ? OptionalInt.empty() : OptionalInt.of(intOf(key));
    }

    @Override
    public OptionalLong optionalLong(String key) {
        return isNull(key) ? OptionalLong.empty() : OptionalLong.of(longOf(key));
    }

    @Override
    public OptionalDouble optionalDouble(String key) {
        return isNull(key) ? OptionalDouble.empty() : OptionalDouble.of(doubleOf(key));
    }

    /**
     * {@inheritDoc}
     *
     * <p>Returns null if the record could not be constructed, as {@link #valueOf} does.
     */
    @Override
    @SuppressWarnings("NullAway")
    public <R> R flattened(RecordBinder<R> binding) {
        R value = construction.record(binding, section, written, path);
        failed |= value == null;
        return value;
    }
}
