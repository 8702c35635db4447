package io.alchemi.config.layer;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.MovedKey;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Mapping.Entry;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Removes sections that only contained moved keys and are now empty. An old file may keep their headers. */
final class FormerSections {
    private final Schema schema;
    private final List<MovedKey> moves;
    private final Diagnostics problems;

    FormerSections(Schema schema, List<MovedKey> moves, Diagnostics problems) {
        this.schema = schema;
        this.moves = moves;
        this.problems = problems;
    }

    /** Returns the root without these sections. */
    Mapping removedFrom(Mapping root) {
        return removed(root, schema.root(), "");
    }

    private Mapping removed(Mapping mapping, @Nullable RecordSchema record, String path) {
        List<Entry> kept = new ArrayList<>(mapping.entries().size());
        for (Entry entry : mapping.entries()) {
            String here = path + entry.name();
            KeySchema key = record == null ? null : record.key(entry.name());
            Node value = entry.value();
            if (containsMovedKeys(here) && value instanceof Mapping inner) {
                value = removed(inner, key == null ? null : schema.section(key), here + ".");
            }
            if (key == null && containsMovedKeys(here) && isEmpty(value)) {
                problems.add(new Diagnostic(
                        DiagnosticId.MOVED_KEY,
                        entry.key(),
                        "the keys of '" + here + "' have moved",
                        "delete the line"));
            } else {
                kept.add(new Entry(entry.name(), entry.key(), value));
            }
        }
        return new Mapping(mapping.place(), kept);
    }

    private boolean containsMovedKeys(String path) {
        for (MovedKey move : moves) {
            if (move.from().startsWith(path + ".")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEmpty(Node value) {
        return value instanceof Mapping mapping
                ? mapping.entries().isEmpty()
                : value instanceof Scalar scalar && scalar.isNull();
    }
}
