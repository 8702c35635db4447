package io.alchemi.config.schema;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A root record with all records below it. */
public final class Schema {
    /** The key at the root of a document that names the documents below it, unless the root record has a key of this name. */
    public static final String PARENTS = "extends";

    /** A section this deep in required sections contains itself, which the compiler reports. */
    private static final int MAX_DEPTH = 64;

    private final RecordSchema root;
    private final Map<String, RecordSchema> records;
    private final DocsLookup docs;

    /**
     * Creates a schema.
     *
     * @param root the root record
     * @param records all records including the root, by qualified name, in the order in which they are reached from the root
     * @param docs looks up the docs of a record
     */
    public Schema(RecordSchema root, Map<String, RecordSchema> records, DocsLookup docs) {
        this.root = root;
        this.records = records;
        this.docs = docs;
    }

    /** Looks up the docs of a record, which are loaded only on demand. */
    public interface DocsLookup {
        /**
         * Returns the docs of a record.
         *
         * @param type its qualified name
         */
        Docs docs(String type);
    }

    /** Returns the root record. */
    public RecordSchema root() {
        return root;
    }

    /** Returns the facts that only the root record has. */
    public RootSchema rootFacts() {
        RootSchema facts = root.root();
        if (facts == null) {
            throw new IllegalStateException(root.type() + " is not annotated with @ConfigSchema");
        }
        return facts;
    }

    /** Returns all records by qualified name, in the order in which they are reached from the root. */
    public Map<String, RecordSchema> records() {
        return records;
    }

    /** Returns the record that a type refers to. */
    public RecordSchema record(ValueType.RecordType type) {
        RecordSchema found = records.get(type.type());
        if (found == null) {
            throw new IllegalArgumentException("the schema of " + root.type() + " has no record " + type.type());
        }
        return found;
    }

    /** Returns the record of a section, or null if the key is not a section. */
    public @Nullable RecordSchema section(KeySchema key) {
        return section(key.type());
    }

    /** Returns the record of a section, or null if the type is not a section. */
    public @Nullable RecordSchema section(@Nullable ValueType type) {
        return type instanceof ValueType.RecordType section ? record(section) : null;
    }

    /** Returns true if a value must be stated for a key, or for a key inside its section. */
    public boolean requires(KeySchema key) {
        return requires(key, 0);
    }

    private boolean requires(KeySchema key, int depth) {
        // The compiler asks before it has reported sections without a schema.
        RecordSchema section = key.type() instanceof ValueType.RecordType type ? records.get(type.type()) : null;
        if (section == null || key.nullable() || key.defaultText() != null) {
            return key.isRequired();
        }
        for (KeySchema inner : section.keys()) {
            if (depth == MAX_DEPTH || requires(inner, depth + 1)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the docs of a record or, in the compiler, of a sealed interface, given by its qualified name. */
    public Docs docs(String type) {
        return docs.docs(type);
    }

    /** Returns the docs of a record. */
    public Docs docs(RecordSchema record) {
        return docs.docs(record.type());
    }

    /** Returns true if {@link #PARENTS} names documents, and is no key, former key or alias of the root record. */
    public boolean hasParents() {
        return root.key(PARENTS) == null && root.keyOfAlias(PARENTS) == null && root.retired(PARENTS) == null;
    }

    /** Returns the key of the global block in the root, or null. */
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
