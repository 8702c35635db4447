package io.alchemi.config;

import io.alchemi.config.generated.Construction;
import io.alchemi.config.generated.RecordBinder;
import io.alchemi.config.generated.RecordTree;
import io.alchemi.config.layer.ConfigResolver;
import io.alchemi.config.layer.Source;
import io.alchemi.config.text.Limits;
import io.alchemi.config.tree.Mapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds a record of a program's values, with the defaults, the checks and the rules of configurations. Generated subclasses add a
 * method for each component. Not thread-safe.
 *
 * @param <T> the record
 */
public abstract class RecordBuilder<T> {
    private final RecordBinder<T> binder;
    private final RecordTree tree;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    /**
     * Called by generated classes.
     *
     * @param from the record that has the values that are not set, or null for the defaults
     */
    protected RecordBuilder(RecordBinder<T> binder, @Nullable T from) {
        this.binder = binder;
        this.tree = new RecordTree(binder);
        if (from != null) {
            values.putAll(tree.record(binder, from));
        }
    }

    /** Sets the value of a key. */
    protected final void put(String key, @Nullable Object value) {
        values.put(key, tree.key(key, value));
    }

    /** Sets the values of the keys of a flattened record. */
    protected final <R> void putAll(RecordBinder<R> flattened, @Nullable R value) {
        values.putAll(tree.record(flattened, value));
    }

    /**
     * Returns the record.
     *
     * @throws ConfigException with all diagnostics, if a required value is missing or a value is not allowed
     */
    public final T build() {
        Source source = Source.map(binder.record().simpleName() + ".builder()", values);
        ConfigResolver resolution = ConfigResolver.of(binder.schema(), List.of(source), Limits.DEFAULT);
        Mapping complete = resolution.isValid()
                ? resolution.secrets().read(resolution.tree(), Limits.DEFAULT, resolution.diagnostics())
                : null;
        T built = complete == null
                ? null
                : Construction.of(binder, complete, resolution.secrets().mask(), resolution.diagnostics());
        if (built == null) {
            throw new ConfigException(resolution.problems());
        }
        return built;
    }
}
