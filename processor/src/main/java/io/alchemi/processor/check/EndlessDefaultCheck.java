package io.alchemi.processor.check;

import io.alchemi.config.check.Defaults;
import io.alchemi.config.layer.TreeMapper;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.tree.KeyPath;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Node;
import io.alchemi.processor.extract.ExtractedSchema;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rejects a default with a section that omits the key itself, where the same default would apply again. */
final class EndlessDefaultCheck implements SchemaCheck {
    @Override
    public void check(ExtractedSchema schema, Report problems) {
        if (!schema.lost().isEmpty()) {
            return;
        }
        DefaultWalk walk = new DefaultWalk(schema, problems);
        for (RecordSchema record : schema.described().records().values()) {
            walk.fill(record, null);
        }
    }

    /** Follows the defaults in the order in which they are filled in, each default once. */
    private static final class DefaultWalk extends TreeMapper {
        private final ExtractedSchema extracted;
        private final Report problems;
        private final Set<KeySchema> open = Collections.newSetFromMap(new IdentityHashMap<>());
        private final Set<KeySchema> done = Collections.newSetFromMap(new IdentityHashMap<>());
        private final Set<RecordSchema> sections = Collections.newSetFromMap(new IdentityHashMap<>());

        DefaultWalk(ExtractedSchema extracted, Report problems) {
            super(extracted.described());
            this.extracted = extracted;
            this.problems = problems;
        }

        @Override
        protected Mapping record(RecordSchema record, Mapping mapping, KeyPath path) {
            fill(record, mapping);
            return super.record(record, mapping, path);
        }

        /** Fills in the keys that a section omits, or all keys if the section itself is omitted. */
        void fill(RecordSchema record, @Nullable Mapping written) {
            for (KeySchema key : record.keys()) {
                if (written == null || written.entry(key.name()) == null) {
                    fillKey(record, key);
                }
            }
        }

        private void fillKey(RecordSchema record, KeySchema key) {
            if (key.type().records().isEmpty()) {
                return; // Its default has no section, and most keys are of this kind.
            }
            Node stated = Defaults.of(key);
            RecordSchema section = extracted.described().section(key);
            if (open.contains(key)) {
                ExtractedSchema.ReachableRecord reached = extracted.reached(record.type());
                problems.report(reached.place(key), RecordWording.endlessDefault(reached.record(), key));
            } else if (stated != null && done.add(key)) {
                open.add(key);
                value(key, stated, KeyPath.ROOT);
                open.remove(key);
            } else if (stated == null && section != null && !key.nullable() && sections.add(section)) {
                fill(section, null);
            }
        }
    }
}
