package io.alchemi.processor.check;

import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.processor.extract.ExtractedSchema;
import io.alchemi.processor.extract.ExtractedSchema.ReachableRecord;
import io.alchemi.processor.extract.Names;
import java.util.HashSet;
import java.util.Set;
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
     * @param keys the names that are reserved for it
     */
    private record Block(String path, Set<String> keys) {}

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
                    Set<String> keys = new HashSet<>(KEYS);
                    held.record().schema().keys().forEach(set -> keys.add(set.name()));
                    first = new Block(reached.path(key), keys);
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
            String snakeName = Names.snake(name.replace('-', '_'));
            String path = reached.path(key);
            Element place = reached.place(key);
            if (block.keys().contains(snakeName)) {
                problems.report(place, SchemaWording.globalKey(path, reached, key, name, block.path()));
            } else if (SYNONYMS.contains(snakeName) && !Suppression.of(place, DiagnosticId.GLOBAL_SYNONYM)) {
                problems.report(place, SchemaWording.globalSynonym(path, reached.record(), key, block.path(), name));
            }
        }
    }
}
