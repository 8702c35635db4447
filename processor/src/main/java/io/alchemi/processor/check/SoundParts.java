package io.alchemi.processor.check;

import io.alchemi.config.layer.TreeMapper;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType.ScalarType;
import io.alchemi.config.text.Span;
import io.alchemi.config.tree.KeyPath;
import io.alchemi.config.tree.Node;
import io.alchemi.processor.extract.ExtractedSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Replaces keys with problems by string keys, and finds their values, which must not be checked. */
final class SoundParts extends TreeMapper {
    private final Schema schema;
    private final Set<KeySchema> unsound;
    private final Set<Span> places = new HashSet<>();

    private SoundParts(Schema schema, Set<KeySchema> unsound) {
        super(schema);
        this.schema = schema;
        this.unsound = unsound;
    }

    /** Returns the schema in which all keys with problems are replaced. */
    static SoundParts of(ExtractedSchema extracted, Predicate<KeySchema> isUnsound) {
        Schema described = extracted.described();
        Set<KeySchema> unsound = Collections.newSetFromMap(new IdentityHashMap<>());
        Map<String, RecordSchema> records = new LinkedHashMap<>();
        for (RecordSchema record : described.records().values()) {
            List<KeySchema> keys = new ArrayList<>();
            for (KeySchema key : record.keys()) {
                if (isUnsound.test(key)) {
                    KeySchema any = KeySchema.of(key.name(), key.component(), new ScalarType(ScalarKind.STRING))
                            .defaultText("any")
                            .build();
                    unsound.add(any);
                    keys.add(any);
                } else {
                    keys.add(key);
                }
            }
            records.put(record.type(), withKeys(record, keys));
        }
        RecordSchema root = records.getOrDefault(described.root().type(), described.root());
        return new SoundParts(new Schema(root, records, described::docs), unsound);
    }

    private static RecordSchema withKeys(RecordSchema record, List<KeySchema> keys) {
        return new RecordSchema(
                record.type(),
                keys,
                record.rules(),
                record.retired(),
                record.moves(),
                record.enums(),
                record.root(),
                record.variables());
    }

    Schema described() {
        return schema;
    }

    /** Returns the places inside a value that contain values of keys with problems. */
    Set<Span> unsoundPlaces(KeySchema key, Node value) {
        places.clear();
        value(key, value, KeyPath.ROOT);
        return Set.copyOf(places);
    }

    @Override
    protected Node value(KeySchema key, Node node, KeyPath path) {
        if (unsound.contains(key)) {
            places.add(node.place().span());
            return node;
        }
        return super.value(key, node, path);
    }
}
