package io.alchemi.config.generated;

import io.alchemi.config.layer.ReadContext;
import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.EnumSchema.Constant;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.YamlText;
import org.jspecify.annotations.Nullable;

/** Values of a global block that a Java program sets. Generated subclasses add a method for each key. */
public abstract class GlobalValues implements Source {
    private final RecordBinder<?> binding;
    private final StringBuilder yaml = new StringBuilder("global:\n");

    /** Called by generated classes. */
    protected GlobalValues(RecordBinder<?> binding) {
        this.binding = binding;
    }

    /**
     * Sets a value.
     *
     * @param key the key
     * @param value a number, boolean, string, path, enum constant or null
     */
    protected final void put(String key, @Nullable Object value) {
        yaml.append("  ")
                .append(YamlText.string(key))
                .append(": ")
                .append(text(key, value))
                .append('\n');
    }

    private String text(String key, @Nullable Object value) {
        if (value == null || value instanceof Boolean || value instanceof Number) {
            return String.valueOf(value);
        }
        KeySchema described = binding.record().key(key);
        if (value instanceof Enum<?> constant && described != null && described.type() instanceof EnumType type) {
            for (Constant candidate : binding.record().enumOf(type).constants()) {
                if (candidate.javaName().equals(constant.name())) {
                    return YamlText.quote(candidate.name());
                }
            }
        }
        return YamlText.quote(value.toString());
    }

    @Override
    public @Nullable Mapping read(ReadContext reading) {
        return Source.text("values set in Java", yaml.toString()).read(reading);
    }
}
