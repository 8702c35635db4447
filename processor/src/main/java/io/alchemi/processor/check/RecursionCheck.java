package io.alchemi.processor.check;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.processor.extract.ExtractedSchema;
import io.alchemi.processor.extract.ExtractedSchema.Reached;
import io.alchemi.processor.extract.Names;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A record may hold itself only where null, or an empty list or map, ends it. */
final class RecursionCheck implements SchemaCheck {
    @Override
    public void check(ExtractedSchema schema, Problems problems) {
        Search search = new Search(schema, problems);
        for (String type : schema.records().keySet()) {
            search.visit(type);
        }
    }

    /** Depth first along the keys that are never null; a key that leads back to a record on the way closes a circle. */
    private static final class Search {
        private final ExtractedSchema schema;
        private final Problems problems;
        private final List<String> way = new ArrayList<>();
        private final Set<String> done = new HashSet<>();

        Search(ExtractedSchema schema, Problems problems) {
            this.schema = schema;
            this.problems = problems;
        }

        void visit(String type) {
            if (!done.add(type)) {
                return;
            }
            way.add(type);
            Reached reached = schema.reached(type);
            for (KeySchema key : reached.record().schema().keys()) {
                if (!key.nullable()
                        && key.type() instanceof RecordType section
                        && schema.records().containsKey(section.type())) {
                    follow(reached, key, section.type());
                }
            }
            way.remove(way.size() - 1);
        }

        private void follow(Reached reached, KeySchema key, String section) {
            int start = way.indexOf(section);
            if (start < 0) {
                visit(section);
            } else {
                problems.report(reached.place(key), Wording.endless(reached.record(), key, circle(start)));
            }
        }

        private String circle(int start) {
            StringBuilder out = new StringBuilder();
            for (String type : way.subList(start, way.size())) {
                out.append(Names.shown(schema.reached(type).record().element())).append(" → ");
            }
            return out.append(
                            Names.shown(schema.reached(way.get(start)).record().element()))
                    .toString();
        }
    }
}
