package io.alchemi.config.generated;

import io.alchemi.config.layer.ReadContext;
import io.alchemi.config.layer.Source;
import io.alchemi.config.tree.Mapping;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of a global block that a Java program sets. Generated subclasses add a method for each key. */
public abstract class GlobalValues implements Source {
    private final RecordTree tree;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    /** Called by generated classes. */
    protected GlobalValues(RecordBinder<?> binding) {
        this.tree = new RecordTree(binding);
    }

    /**
     * Sets a value.
     *
     * @param key the key
     * @param value a value of the component's type, or null
     */
    protected final void put(String key, @Nullable Object value) {
        values.put(key, tree.key(key, value));
    }

    @Override
    public @Nullable Mapping read(ReadContext reading) {
        return Source.map("values set in Java", Map.of("global", values)).read(reading);
    }
}
