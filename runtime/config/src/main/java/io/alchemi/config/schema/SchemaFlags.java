package io.alchemi.config.schema;

import io.alchemi.config.schema.ValueType.RecordType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The flags of a schema with the paths of their keys.
 *
 * <p>A flag sets one key, so only the first occurrence of a record counts. The second occurrence is kept so that the annotation
 * processor can reject it. Further occurrences are skipped, which keeps the time linear even for recursive records.
 */
public final class SchemaFlags {
    private final Schema schema;
    private final List<SchemaFlag> flags = new ArrayList<>();
    private final Map<String, String> firstPaths = new HashMap<>();
    private final Map<String, String> secondPaths = new HashMap<>();

    /** Collects the flags of a schema. */
    public SchemaFlags(Schema schema) {
        this.schema = schema;
        visit(schema.root(), "");
    }

    private void visit(RecordSchema record, String recordPath) {
        boolean first = firstPaths.putIfAbsent(record.type(), recordPath) == null;
        if (!first && secondPaths.putIfAbsent(record.type(), recordPath) != null) {
            return;
        }
        for (KeySchema key : record.keys()) {
            FlagSchema flag = key.flag();
            if (first && flag != null) {
                flags.add(new SchemaFlag(schema, record, key, path(recordPath, key), flag.name(), flag.shortName()));
            }
            // The processor also visits schemas with records that have no valid schema.
            RecordSchema section =
                    key.type() instanceof RecordType type ? schema.records().get(type.type()) : null;
            if (section != null) {
                visit(section, path(recordPath, key));
            }
        }
    }

    private static String path(String recordPath, KeySchema key) {
        return recordPath.isEmpty() ? key.name() : recordPath + "." + key.name();
    }

    /** Returns all flags in the order of their keys. */
    public List<SchemaFlag> flags() {
        return flags;
    }

    /** Returns true if a record is the root or a section, and not only an item of a list, a map value or a union branch. */
    public boolean reaches(RecordSchema record) {
        return firstPaths.containsKey(record.type());
    }

    /** Returns the path of a flag's key in the second occurrence of its record, or null if there is none. */
    public @Nullable String secondPath(SchemaFlag flag) {
        String recordPath = secondPaths.get(flag.record().type());
        return recordPath == null ? null : path(recordPath, flag.key());
    }
}
