package io.alchemi.config.generated;

import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.Docs;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.SchemaTextReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The generated counterpart of a record: its schema, and the code that constructs it from a checked tree.
 *
 * @param <T> the record
 */
public abstract class RecordBinder<T> {
    private static final RecordBinder<?>[] NONE = {};

    private @Nullable RecordSchema record;
    private @Nullable Schema schema;

    /** Called by generated classes. */
    protected RecordBinder() {}

    /** Returns the schema of the record in the format of {@link io.alchemi.config.schema.SchemaText}. */
    protected abstract String text();

    /** Returns the docs of the record, its keys and the constants of its enums, in the format of {@link Docs#write}. */
    protected String docsText() {
        return "";
    }

    /** Returns the binders of the records that its keys contain. */
    protected RecordBinder<?>[] parts() {
        return NONE;
    }

    /** Returns the binders of the root records of input files. */
    protected RecordBinder<?>[] inputs() {
        return NONE;
    }

    /** Returns the binders of the records whose keys are keys of this record. */
    protected RecordBinder<?>[] flattened() {
        return NONE;
    }

    /** Constructs the record. */
    public abstract T bind(Fields in);

    /** Returns the components of a record in the order of its keys. */
    protected @Nullable Object[] values(T it) {
        throw new IllegalStateException(record().type() + " was compiled without its values: compile it again");
    }

    /** Returns the scalar to write for a value of one of the program's scalar types that the components contain, or null for another. */
    protected @Nullable Object scalar(Object value) {
        return null;
    }

    /**
     * Returns the components of a flattened record in the order of its keys.
     *
     * @param it the record; null, which no file can say, stands for null in each key
     */
    protected static <R> @Nullable Object[] valuesOf(RecordBinder<R> flattened, @Nullable R it) {
        return it == null ? new @Nullable Object[flattened.record().keys().size()] : flattened.values(it);
    }

    /** Returns the components of a record, some of which are those of flattened records. */
    protected static @Nullable Object[] join(@Nullable Object[]... parts) {
        List<@Nullable Object> all = new ArrayList<>();
        for (@Nullable Object[] part : parts) {
            Collections.addAll(all, part);
        }
        return all.toArray();
    }

    /** Returns the binders of a generic record with those that depend on its type arguments. */
    protected static RecordBinder<?>[] with(RecordBinder<?>[] generic, RecordBinder<?>... ofArguments) {
        RecordBinder<?>[] all = Arrays.copyOf(generic, generic.length + ofArguments.length);
        System.arraycopy(ofArguments, 0, all, generic.length, ofArguments.length);
        return all;
    }

    /** Returns a source with all values of a record. */
    public final Source source(T it) {
        return Source.map("the " + record().simpleName(), new RecordTree(this).record(this, it));
    }

    /** Evaluates the rules of the record. */
    public void rules(T it, RuleResults out) {}

    /** Returns the schema of the record. */
    public final RecordSchema record() {
        RecordSchema known = record;
        if (known == null) {
            known = SchemaTextReader.read(text());
            record = known;
        }
        return known;
    }

    /** Returns the schema of the record and all records below it. */
    public final Schema schema() {
        Schema known = schema;
        if (known == null) {
            Map<String, RecordBinder<?>> bindings = all();
            Map<String, RecordSchema> records = new LinkedHashMap<>();
            for (Map.Entry<String, RecordBinder<?>> entry : bindings.entrySet()) {
                records.put(entry.getKey(), entry.getValue().record());
            }
            known = new Schema(record(), records, new BoundDocs(bindings));
            schema = known;
        }
        return known;
    }

    /**
     * Returns the binder of a schema whose files are inputs of this record or of a record below it.
     *
     * @param id the id of the schema
     */
    public final RecordBinder<?> input(String id) {
        for (RecordBinder<?> binding : all().values()) {
            RecordBinder<?> input = binding.ownInput(id);
            if (input != null) {
                return input;
            }
        }
        throw new IllegalStateException(
                record().type() + " refers to the schema '" + id + "', whose id has changed: compile the record again");
    }

    private @Nullable RecordBinder<?> ownInput(String id) {
        for (RecordBinder<?> input : inputs()) {
            if (input.schema().rootFacts().id().equals(id)) {
                return input;
            }
        }
        for (RecordBinder<?> part : flattened()) {
            RecordBinder<?> input = part.ownInput(id);
            if (input != null) {
                return input;
            }
        }
        return null;
    }

    /** Returns the binders of the record and of all records below it by the qualified name of the record. */
    final Map<String, RecordBinder<?>> all() {
        Map<String, RecordBinder<?>> bindings = new LinkedHashMap<>();
        collect(bindings);
        return bindings;
    }

    private void collect(Map<String, RecordBinder<?>> bindings) {
        if (bindings.putIfAbsent(record().type(), this) == null) {
            collectParts(bindings);
        }
    }

    private void collectParts(Map<String, RecordBinder<?>> bindings) {
        for (RecordBinder<?> part : parts()) {
            part.collect(bindings);
        }
        for (RecordBinder<?> part : flattened()) {
            part.collectParts(bindings);
        }
    }

    private Docs docs() {
        Docs docs = Docs.empty();
        for (RecordBinder<?> part : flattened()) {
            docs.putKeys(part.docs());
        }
        docs.putAll(Docs.read(docsText()));
        return docs;
    }

    private static final class BoundDocs implements Schema.DocsLookup {
        private final Map<String, RecordBinder<?>> bindings;
        private final Map<String, Docs> read = new HashMap<>();

        BoundDocs(Map<String, RecordBinder<?>> bindings) {
            this.bindings = bindings;
        }

        @Override
        public synchronized Docs docs(String type) {
            Docs docs = read.get(type);
            if (docs == null) {
                RecordBinder<?> binding = bindings.get(type);
                docs = binding == null ? Docs.empty() : binding.docs();
                read.put(type, docs);
            }
            return docs;
        }
    }
}
