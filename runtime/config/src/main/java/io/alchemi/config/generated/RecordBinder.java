package io.alchemi.config.generated;

import io.alchemi.config.schema.Docs;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.SchemaTextReader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The generated half of a record: its description, and the code that constructs it from a tree that passed the check.
 *
 * @param <T> the record
 */
public abstract class RecordBinder<T> {
    private static final RecordBinder<?>[] NONE = {};

    private @Nullable RecordSchema record;
    private @Nullable Schema schema;

    /** Called by generated classes. */
    protected RecordBinder() {}

    /** The description of the record as text. */
    protected abstract String text();

    /** Returns the docs of the record, of its keys and of the constants of its enums, as text. */
    protected String docsText() {
        return "";
    }

    /** The bindings of the records of its keys. */
    protected RecordBinder<?>[] parts() {
        return NONE;
    }

    /** The bindings of the roots whose files its keys name. */
    protected RecordBinder<?>[] inputs() {
        return NONE;
    }

    /** Constructs the record. */
    public abstract T bind(Fields in);

    /** Judges the record by its rules. */
    public void rules(T it, RuleResults out) {}

    /** The description of the record. */
    public final RecordSchema record() {
        RecordSchema known = record;
        if (known == null) {
            known = SchemaTextReader.read(text());
            record = known;
        }
        return known;
    }

    /** The description of the record and of all records below it. */
    public final Schema schema() {
        Schema known = schema;
        if (known == null) {
            Map<String, RecordBinder<?>> bindings = new LinkedHashMap<>();
            collect(bindings);
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
     * The binding of a schema whose files this record, or one below it, names as inputs.
     *
     * @param id the id of the schema
     */
    public final RecordBinder<?> input(String id) {
        Map<String, RecordBinder<?>> bindings = new LinkedHashMap<>();
        collect(bindings);
        for (RecordBinder<?> binding : bindings.values()) {
            for (RecordBinder<?> input : binding.inputs()) {
                if (input.schema().rootFacts().id().equals(id)) {
                    return input;
                }
            }
        }
        throw new IllegalStateException(
                record().type() + " names the schema " + id + ", which has another id today: compile the record again");
    }

    private void collect(Map<String, RecordBinder<?>> bindings) {
        if (bindings.putIfAbsent(record().type(), this) == null) {
            for (RecordBinder<?> part : parts()) {
                part.collect(bindings);
            }
        }
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
                docs = binding == null ? Docs.empty() : Docs.read(binding.docsText());
                read.put(type, docs);
            }
            return docs;
        }
    }
}
