package io.alchemi.config.testing;

import io.alchemi.config.schema.Constraint;
import io.alchemi.config.schema.Docs;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.RootSchema;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.MapType;
import io.alchemi.config.schema.ValueType.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Schemas made from the catalogues: a kind of scalar, alone and in collections, with each constraint that applies to it. */
public final class CatalogueSchema {
    private final List<KeySchema> keys = new ArrayList<>();

    private CatalogueSchema() {}

    /** The schema of a kind. All keys are nullable, so a document may state any of them. */
    public static Schema of(ScalarKind kind) {
        CatalogueSchema catalogue = new CatalogueSchema();
        ScalarType scalar = new ScalarType(kind);
        catalogue.key("alone", scalar);
        catalogue.key("list", new ListType(scalar));
        catalogue.key("set", new ListType(scalar, true));
        catalogue.key("map", new MapType(scalar));
        if (kind == ScalarKind.INT || kind == ScalarKind.LONG || kind == ScalarKind.UUID || kind == ScalarKind.PATH) {
            catalogue.key("keyed", new MapType(null, kind, scalar));
        }
        catalogue.key("rows", new ListType(new ListType(scalar)));
        RecordSchema root = new RecordSchema(
                "t.Catalogue",
                catalogue.keys,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new RootSchema("catalogue", List.of(), "", ""),
                null);
        return new Schema(root, Map.of(root.type(), root), type -> Docs.empty());
    }

    private void key(String name, ValueType type) {
        keys.add(KeySchema.of(name, name, type).nullable(true).build());
        int number = 1;
        for (Constraint constraint : ConstraintSamples.all()) {
            if (constraint.appliesTo(type)) {
                String constrained = name + "_" + number++;
                keys.add(KeySchema.of(constrained, constrained, type)
                        .nullable(true)
                        .constraint(constraint)
                        .build());
            }
        }
    }
}
