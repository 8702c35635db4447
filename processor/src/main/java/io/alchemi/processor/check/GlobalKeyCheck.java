package io.alchemi.processor.check;

import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.processor.extract.Annotations;
import io.alchemi.processor.extract.ExtractedRecord;
import io.alchemi.processor.extract.ExtractedSchema;
import io.alchemi.processor.extract.ExtractedSchema.ReachableRecord;
import io.alchemi.processor.extract.Names;
import io.alchemi.processor.extract.SchemaAnnotation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Rejects keys outside the global block that duplicate its run-wide settings. */
final class GlobalKeyCheck implements SchemaCheck {
    private static final Set<String> KEYS = Set.of("seed", "device", "dtype", "amp_dtype", "deterministic");
    private static final Set<String> SYNONYMS =
            Set.of("random_seed", "rng_seed", "manual_seed", "gpu", "cuda", "use_cuda", "accelerator", "precision");

    @Override
    public void check(ExtractedSchema schema, Report problems) {
        Block block = block(schema, problems);
        if (block == null) {
            return;
        }
        for (ReachableRecord reached : schema.records().values()) {
            if (reached.record().schema().variables() == null) {
                for (KeySchema key : reached.record().schema().keys()) {
                    new KeyReport(reached, key, block, problems).check();
                }
            }
        }
    }

    /**
     * The global block of a schema.
     *
     * @param path the path of its key
     * @param record the block
     * @param reserved the names that no other record may declare
     */
    record Block(String path, ExtractedRecord record, Set<String> reserved) {
        static Block of(String path, ExtractedRecord record) {
            Set<String> reserved = new HashSet<>(KEYS);
            for (String key : reservedBy(record)) {
                reserved.add(snake(key));
            }
            return new Block(path, record, reserved);
        }

        /** Returns the path of the key of the block with a name, or null if it has none. */
        @Nullable
        String pathOf(String name) {
            for (KeySchema key : record.schema().keys()) {
                if (snake(key.name()).equals(snake(name))) {
                    return path + "." + key.name();
                }
            }
            return null;
        }
    }

    /** Returns the keys that {@code @GlobalBlock} reserves. */
    static List<String> reservedBy(ExtractedRecord record) {
        AnnotationMirror block = Annotations.find(record.element(), SchemaAnnotation.GLOBAL_BLOCK);
        return block == null ? List.of() : Annotations.texts(block, "reserved");
    }

    private static String snake(String name) {
        return Names.snake(name.replace('-', '_'));
    }

    /** Returns the first block; reports each further key that holds a global block. */
    private static @Nullable Block block(ExtractedSchema schema, Report problems) {
        Block first = null;
        for (ReachableRecord reached : schema.records().values()) {
            for (KeySchema key : reached.record().schema().keys()) {
                ReachableRecord held = held(schema, key);
                if (held == null) {
                    continue;
                }
                if (first == null) {
                    first = Block.of(reached.path(key), held.record());
                } else {
                    problems.report(
                            reached.place(key), SchemaWording.severalGlobalBlocks(reached.path(key), first.path()));
                }
            }
        }
        return first;
    }

    /** Returns the global block that a key holds, or null. */
    private static @Nullable ReachableRecord held(ExtractedSchema schema, KeySchema key) {
        for (RecordType section : key.type().records()) {
            ReachableRecord held = schema.records().get(section.type());
            if (held != null && held.record().schema().variables() != null) {
                return held;
            }
        }
        return null;
    }

    /** Reports the problems of one key outside the block. */
    private record KeyReport(ReachableRecord reached, KeySchema key, Block block, Report problems) {
        void check() {
            check(key.name());
            key.aliases().forEach(this::check);
            if (key.type().leaf() instanceof UnionType union && !union.isByKind()) {
                check(union.discriminator());
            }
        }

        private void check(String name) {
            String snakeName = snake(name);
            String path = reached.path(key);
            Element place = reached.place(key);
            if (block.reserved().contains(snakeName)) {
                problems.report(place, SchemaWording.globalKey(path, reached, key, name, block));
            } else if (SYNONYMS.contains(snakeName) && !Suppression.of(place, DiagnosticId.GLOBAL_SYNONYM)) {
                problems.report(place, SchemaWording.globalSynonym(path, reached.record(), key, block.path(), name));
            }
        }
    }
}
