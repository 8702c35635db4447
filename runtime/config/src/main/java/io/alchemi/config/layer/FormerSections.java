package io.alchemi.config.layer;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.MovedKey;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.tree.KeyPath;
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

    /**
     * Returns the section of the record that declares the moves without these sections.
     *
     * @param path the path of the section
     */
    Mapping removedFrom(Mapping section, RecordSchema record, KeyPath path) {
        return removed(section, record, "", path);
    }

    /** Removes them below a former path, which starts at the record that declares the moves. */
    private Mapping removed(Mapping mapping, @Nullable RecordSchema record, String former, KeyPath path) {
        List<Entry> kept = new ArrayList<>(mapping.entries().size());
        for (Entry entry : mapping.entries()) {
            String here = former + entry.name() + ".";
            if (!containsMovedKeys(here)) {
                kept.add(entry);
                continue;
            }
            KeySchema key = record == null ? null : record.key(entry.name());
            Node value = entry.value() instanceof Mapping inner
                    ? removed(inner, key == null ? null : schema.section(key), here, path.key(entry.name()))
                    : entry.value();
            if (key == null && isEmpty(value)) {
                KeyPath emptied = path.key(entry.name());
                String message = "the keys of '" + emptied + "' have moved";
                Diagnostic moved = new Diagnostic(DiagnosticId.MOVED_KEY, entry.key(), message, "delete the key");
                problems.add(moved.at(emptied.toString()));
            } else {
                kept.add(entry.with(value));
            }
        }
        return new Mapping(mapping.place(), kept);
    }

    private boolean containsMovedKeys(String section) {
        for (MovedKey move : moves) {
            if (move.from().startsWith(section)) {
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
