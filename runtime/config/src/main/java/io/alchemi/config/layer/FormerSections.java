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

/** Takes away sections that only moved keys stood in and that now hold nothing: an old file may keep their heads. */
final class FormerSections {
    private final Schema schema;
    private final List<MovedKey> moves;
    private final Diagnostics problems;

    FormerSections(Schema schema, List<MovedKey> moves, Diagnostics problems) {
        this.schema = schema;
        this.moves = moves;
        this.problems = problems;
    }

    /** The root without them. */
    Mapping removedFrom(Mapping root) {
        return removed(root, schema.root(), "");
    }

    private Mapping removed(Mapping mapping, @Nullable RecordSchema record, String path) {
        List<Entry> kept = new ArrayList<>(mapping.entries().size());
        for (Entry entry : mapping.entries()) {
            String here = path + entry.name();
            KeySchema key = record == null ? null : record.key(entry.name());
            Node value = entry.value();
            if (isOnTheWay(here) && value instanceof Mapping inner) {
                value = removed(inner, key == null ? null : schema.section(key), here + ".");
            }
            if (key == null && isOnTheWay(here) && holdsNothing(value)) {
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

    private boolean isOnTheWay(String path) {
        for (MovedKey move : moves) {
            if (move.from().startsWith(path + ".")) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsNothing(Node value) {
        return value instanceof Mapping mapping
                ? mapping.entries().isEmpty()
                : value instanceof Scalar scalar && scalar.isNull();
    }
}
