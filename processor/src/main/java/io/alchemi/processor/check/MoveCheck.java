package io.alchemi.processor.check;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.MovedKey;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.RootSchema;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.processor.extract.ExtractedSchema;
import io.alchemi.processor.extract.ExtractedSchema.Reached;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** A key moves from where nothing is to where it stands today. */
final class MoveCheck implements SchemaCheck {
    @Override
    public void check(ExtractedSchema schema, Problems problems) {
        RootSchema root = schema.root().schema().root();
        if (root == null) {
            return;
        }
        Set<String> from = new HashSet<>();
        for (MovedKey move : root.moves()) {
            TypeElement element = schema.root().element();
            String crossedTo = crossed(schema, move.to());
            String crossedFrom = crossed(schema, move.from());
            if (crossedTo != null) {
                problems.report(element, Wording.movedToNowhere(element, move, Wording.crossed(move.to(), crossedTo)));
            } else if (key(schema, move.to()) == null) {
                problems.report(element, Wording.movedToNowhere(element, move, missing(schema, move.to())));
            }
            if (crossedFrom != null) {
                problems.report(
                        element, Wording.movedToNowhere(element, move, Wording.crossed(move.from(), crossedFrom)));
            } else if (taken(schema, move.from())) {
                problems.report(
                        element,
                        Wording.movedToNowhere(
                                element,
                                move,
                                "'" + move.from() + "' is a key today, so nothing moved away. Remove one of the two."));
            }
            if (!from.add(move.from())) {
                problems.report(
                        element,
                        Wording.movedToNowhere(
                                element, move, "'" + move.from() + "' moves to another place already. Remove one."));
            }
        }
    }

    /** The key on a path, before its end, that holds something else than one section, or null. */
    private static @Nullable String crossed(ExtractedSchema schema, String path) {
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
            String before = path.substring(0, dot);
            KeySchema key = key(schema, before);
            if (key != null && !key.type().isSection()) {
                return before;
            }
        }
        return null;
    }

    private static @Nullable KeySchema key(ExtractedSchema schema, String path) {
        RecordSchema holder = holder(schema, path);
        return holder == null ? null : holder.key(last(path));
    }

    /** Whether a path is a key, or another name of one. */
    private static boolean taken(ExtractedSchema schema, String path) {
        RecordSchema holder = holder(schema, path);
        String name = last(path);
        return holder != null
                && (holder.key(name) != null || holder.keyOfAlias(name) != null || holder.retired(name) != null);
    }

    /** The record in which the last key of a path stands, or null. */
    private static @Nullable RecordSchema holder(ExtractedSchema schema, String path) {
        RecordSchema at = schema.root().schema();
        String[] names = path.split("\\.", -1);
        for (int i = 0; i < names.length - 1; i++) {
            KeySchema key = at.key(names[i]);
            Reached next = key != null && key.type() instanceof RecordType section
                    ? schema.records().get(section.type())
                    : null;
            if (next == null) {
                return null;
            }
            at = next.record().schema();
        }
        return at;
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static String missing(ExtractedSchema schema, String path) {
        List<String> known = new ArrayList<>();
        for (Reached reached : schema.records().values()) {
            for (KeySchema key : reached.record().schema().keys()) {
                if (reached.direct()) {
                    known.add(reached.path(key));
                }
            }
        }
        return Wording.noSuchPlace(path, known);
    }
}
