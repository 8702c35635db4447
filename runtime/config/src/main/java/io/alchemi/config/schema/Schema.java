package io.alchemi.config.schema;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A root record with all records below it. */
public final class Schema {
    private final RecordSchema root;
    private final Map<String, RecordSchema> records;
    private final DocsLookup docs;

    /**
     * Puts the records of a schema together.
     *
     * @param root the root
     * @param records all records, the root among them, by qualified name, in the order in which they are met from the root
     * @param docs gives the docs of a record
     */
    public Schema(RecordSchema root, Map<String, RecordSchema> records, DocsLookup docs) {
        this.root = root;
        this.records = records;
        this.docs = docs;
    }

    /** Gives the docs of a record, which are loaded only when they are shown. */
    public interface DocsLookup {
        /**
         * The docs of a record.
         *
         * @param type its qualified name
         */
        Docs docs(String type);
    }

    /** The root. */
    public RecordSchema root() {
        return root;
    }

    /** What only the root says. */
    public RootSchema rootFacts() {
        RootSchema facts = root.root();
        if (facts == null) {
            throw new IllegalStateException(root.type() + " is not annotated with @ConfigSchema");
        }
        return facts;
    }

    /** All records by qualified name, in the order in which they are met from the root. */
    public Map<String, RecordSchema> records() {
        return records;
    }

    /** The record that a type names. */
    public RecordSchema record(ValueType.RecordType type) {
        RecordSchema found = records.get(type.type());
        if (found == null) {
            throw new IllegalArgumentException(root.type() + " reaches no record " + type.type());
        }
        return found;
    }

    /** Returns the record that describes the section of a key, or null if the key holds something else. */
    public @Nullable RecordSchema section(KeySchema key) {
        return section(key.type());
    }

    /** Returns the record that describes a section, or null if values of the type are something else. */
    public @Nullable RecordSchema section(@Nullable ValueType type) {
        return type instanceof ValueType.RecordType section ? record(section) : null;
    }

    /** The docs of a record by its qualified name. */
    public Docs docs(String type) {
        return docs.docs(type);
    }

    /** The docs of a record. */
    public Docs docs(RecordSchema record) {
        return docs.docs(record.type());
    }

    /** The root's key that holds the global block, or null. */
    public @Nullable KeySchema globalKey() {
        for (KeySchema key : root.keys()) {
            RecordSchema section = section(key);
            if (section != null && section.variables() != null) {
                return key;
            }
        }
        return null;
    }
}
