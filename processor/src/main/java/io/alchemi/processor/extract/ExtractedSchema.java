package io.alchemi.processor.extract;

import io.alchemi.config.schema.Docs;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.lang.model.element.Element;

/**
 * Root record with all records below it.
 *
 * @param root the root
 * @param records all records reachable from the root, the root first, by qualified name
 * @param lost the reachable records without a description, by qualified name
 * @param unionDocs the docs of the reachable sealed interfaces, by qualified name
 */
public record ExtractedSchema(
        ExtractedRecord root,
        Map<String, ReachableRecord> records,
        Map<String, MissingRecord> lost,
        Map<String, Docs> unionDocs) {

    /**
     * Record at the first path by which it is reached from the root.
     *
     * @param record the record
     * @param path the path of the key that leads to it, empty for the root; contains {@code []} for list items and {@code *} for
     *     map values
     * @param direct true if no key of the path is a collection, so that the path identifies one value
     * @param entrance the element at which problems of the record are reported if it is not being compiled
     */
    public record ReachableRecord(ExtractedRecord record, String path, boolean direct, Element entrance) {

        /** Returns the element at which problems of a key are reported. */
        public Element place(KeySchema key) {
            Component component = record.component(key.name());
            return component == null || !record.compiled() ? entrance : component.place();
        }

        /** Returns the path of one of the record's keys. */
        public String path(KeySchema key) {
            return path.isEmpty() ? key.name() : path + "." + key.name();
        }
    }

    /**
     * Record that a key refers to and that has no description.
     *
     * @param holder the record that contains the key
     * @param key the key
     * @param place the element that declares the key
     * @param reason the reason why there is no description, and what to do, without the subject
     */
    public record MissingRecord(ExtractedRecord holder, KeySchema key, Element place, String reason) {}

    /** Returns the records that declare keys: the reachable ones, and those that are flattened into them. */
    public Collection<ExtractedRecord> declaring() {
        Map<String, ExtractedRecord> declaring = new LinkedHashMap<>();
        for (ReachableRecord reached : records.values()) {
            addDeclaring(reached.record(), declaring);
        }
        return declaring.values();
    }

    private static void addDeclaring(ExtractedRecord record, Map<String, ExtractedRecord> declaring) {
        if (declaring.putIfAbsent(record.schema().type(), record) == null) {
            for (ExtractedRecord part : record.flattened()) {
                addDeclaring(part, declaring);
            }
        }
    }

    /** Returns the schema in the form that the runtime uses. */
    public Schema described() {
        Map<String, RecordSchema> schemas = new LinkedHashMap<>();
        for (Map.Entry<String, ReachableRecord> entry : records.entrySet()) {
            schemas.put(entry.getKey(), entry.getValue().record().schema());
        }
        Map<String, Docs> docs = new HashMap<>(unionDocs);
        return new Schema(
                root.schema(),
                schemas,
                type -> docs.computeIfAbsent(
                        type, unread -> reached(type).record().docsWithEnums()));
    }

    /** Returns a record that is reachable from the root. */
    public ReachableRecord reached(String type) {
        ReachableRecord found = records.get(type);
        if (found == null) {
            throw new IllegalArgumentException(root.schema().type() + " does not contain the record " + type);
        }
        return found;
    }
}
