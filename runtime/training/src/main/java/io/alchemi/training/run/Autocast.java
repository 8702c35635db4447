package io.alchemi.training.run;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.text.Place;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import java.util.LinkedHashMap;
import java.util.Map;

/** Finds the switches by which a trainer asks for autocast: keys called {@code use_amp}, in any section. */
final class Autocast {
    private static final String SWITCH = "use_amp";

    private Autocast() {}

    /** The switches that are on: their paths, and where they were turned on. */
    static Map<String, Place> wanted(Schema schema, Mapping tree) {
        Map<String, Place> found = new LinkedHashMap<>();
        find(schema, schema.root(), tree, "", found);
        return found;
    }

    private static void find(
            Schema schema, RecordSchema record, Mapping section, String path, Map<String, Place> found) {
        for (KeySchema key : record.keys()) {
            Node value = section.get(key.name());
            if (key.type() instanceof RecordType type && value instanceof Mapping inner) {
                find(schema, schema.record(type), inner, path + key.name() + ".", found);
            } else if (key.name().equals(SWITCH)
                    && value instanceof Scalar scalar
                    && Boolean.parseBoolean(scalar.text())) {
                found.put(path + SWITCH, scalar.place());
            }
        }
    }
}
