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

/** What the global block sets for the whole run is set nowhere else. */
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
                    new KeyReport(reached, key, block, problems).judge();
                }
            }
        }
    }

    /**
     * The global block of a schema.
     *
     * @param path its place
     * @param keys what it sets
     */
    private record Block(String path, Set<String> keys) {}

    /** The first block; each key that holds another one, or the same one again, is a problem. */
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

    /** The global block in a key, or null. */
    private static @Nullable ReachableRecord held(ExtractedSchema schema, KeySchema key) {
        for (RecordType section : key.type().records()) {
            ReachableRecord held = schema.records().get(section.type());
            if (held != null && held.record().schema().variables() != null) {
                return held;
            }
        }
        return null;
    }

    /** One key beside the block. */
    private record KeyReport(ReachableRecord reached, KeySchema key, Block block, Report problems) {
        void judge() {
            judge(key.name());
            key.aliases().forEach(this::judge);
            if (key.type().leaf() instanceof UnionType union && !union.isByKind()) {
                judge(union.discriminator());
            }
        }

        private void judge(String name) {
            String word = Names.snake(name.replace('-', '_'));
            String path = reached.path(key);
            Element place = reached.place(key);
            if (block.keys().contains(word)) {
                problems.report(place, SchemaWording.globalKey(path, reached, key, name, block.path()));
            } else if (SYNONYMS.contains(word) && !Suppression.of(place, DiagnosticId.GLOBAL_SYNONYM)) {
                problems.report(place, SchemaWording.globalSynonym(path, reached.record(), key, block.path(), name));
            }
        }
    }
}
