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
 * <p>A flag sets one key, so only the first place of a record counts. Its second place is kept for the compiler to refuse; since
 * further ones are not visited, the time is linear in the size of the schema, also where records contain themselves.
 */
public final class SchemaFlags {
    private final Schema schema;
    private final List<SchemaFlag> flags = new ArrayList<>();
    private final Map<String, String> firstPlaces = new HashMap<>();
    private final Map<String, String> secondPlaces = new HashMap<>();

    /** Lists the flags of a schema. */
    public SchemaFlags(Schema schema) {
        this.schema = schema;
        visit(schema.root(), "");
    }

    private void visit(RecordSchema record, String place) {
        boolean first = firstPlaces.putIfAbsent(record.type(), place) == null;
        if (!first && secondPlaces.putIfAbsent(record.type(), place) != null) {
            return;
        }
        for (KeySchema key : record.keys()) {
            FlagSchema flag = key.flag();
            if (first && flag != null) {
                flags.add(new SchemaFlag(schema, record, key, path(place, key), flag.name(), flag.shortName()));
            }
            // The compiler visits schemas with records that have no description, too.
            RecordSchema section =
                    key.type() instanceof RecordType type ? schema.records().get(type.type()) : null;
            if (section != null) {
                visit(section, path(place, key));
            }
        }
    }

    private static String path(String place, KeySchema key) {
        return place.isEmpty() ? key.name() : place + "." + key.name();
    }

    /** Returns all flags in the order of their keys. */
    public List<SchemaFlag> flags() {
        return flags;
    }

    /** Returns true if a record is a section of the schema, or the root: not only an item of a list, a map or a union. */
    public boolean reaches(RecordSchema record) {
        return firstPlaces.containsKey(record.type());
    }

    /** Returns the path that a flag's key has at the second place of its record, or null if there is no such place. */
    public @Nullable String secondPath(SchemaFlag flag) {
        String place = secondPlaces.get(flag.record().type());
        return place == null ? null : path(place, flag.key());
    }
}
