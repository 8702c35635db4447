package io.alchemi.processor.extract;

import io.alchemi.config.schema.Docs;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.lang.model.element.Element;

/**
 * A root record with all records below it.
 *
 * @param root the root
 * @param records all that are reached, the root first, by qualified name
 * @param lost the records without a description, by qualified name
 */
public record ExtractedSchema(ExtractedRecord root, Map<String, Reached> records, Map<String, Lost> lost) {

    /**
     * A record at the place where it is first met from the root.
     *
     * @param record the record
     * @param path the path of the key that leads to it, empty for the root; of items, {@code []} and {@code *}
     * @param direct whether each key on the way holds one record, so that the path names one place
     * @param entrance where to report what is wrong with the record here, if it is not being compiled
     */
    public record Reached(ExtractedRecord record, String path, boolean direct, Element entrance) {

        /** Where to report what is wrong with a key here. */
        public Element place(KeySchema key) {
            Component component = record.component(key.name());
            return component == null ? entrance : component.place();
        }

        /** The path of one of the record's keys. */
        public String path(KeySchema key) {
            return path.isEmpty() ? key.name() : path + "." + key.name();
        }
    }

    /**
     * A record that has no description, though a key names it.
     *
     * @param holder the record that holds the key
     * @param key the key
     * @param place where the key is declared
     * @param reason why there is no description
     */
    public record Lost(ExtractedRecord holder, KeySchema key, Element place, String reason) {}

    /** The same for the runtime's own code. */
    public Schema described() {
        Map<String, RecordSchema> schemas = new LinkedHashMap<>();
        for (Map.Entry<String, Reached> entry : records.entrySet()) {
            schemas.put(entry.getKey(), entry.getValue().record().schema());
        }
        Map<String, Docs> docs = new HashMap<>();
        return new Schema(
                root.schema(),
                schemas,
                type -> docs.computeIfAbsent(
                        type, unread -> reached(type).record().docsWithEnums()));
    }

    /** A record that the root reaches. */
    public Reached reached(String type) {
        Reached found = records.get(type);
        if (found == null) {
            throw new IllegalArgumentException(root.schema().type() + " reaches no record " + type);
        }
        return found;
    }
}
