package io.alchemi.processor.check;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.MovedKey;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.RootSchema;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedSchema;
import io.alchemi.processor.extract.ExtractedSchema.ReachableRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** A key moves from where nothing is to where it stands today. */
final class MoveCheck implements SchemaCheck {
    @Override
    public void check(ExtractedSchema schema, Report problems) {
        RootSchema root = schema.root().schema().root();
        if (root == null || schema.root().isUnreadable()) {
            return;
        }
        TypeElement element = schema.root().element();
        Set<String> from = new HashSet<>();
        for (MovedKey move : root.moves()) {
            List<String> faults = new ArrayList<>();
            faults.add(isPath(move.to()) ? whyNotTo(schema, move.to()) : RecordWording.notAPath(move.to()));
            faults.add(isPath(move.from()) ? whyNotFrom(schema, move.from()) : RecordWording.notAPath(move.from()));
            if (!from.add(move.from())) {
                faults.add("'" + move.from() + "' moves to another place already. Remove one.");
            }
            for (String why : faults) {
                if (!why.isEmpty()) {
                    problems.report(element, RecordWording.movedToNowhere(element, move, why));
                }
            }
        }
    }

    private static boolean isPath(String path) {
        for (String name : path.split("\\.", -1)) {
            if (!NameCheck.isKey(name)) {
                return false;
            }
        }
        return true;
    }

    private static String whyNotTo(ExtractedSchema schema, String path) {
        if (leadsToUnknown(schema, path)) {
            return "";
        }
        String crossed = crossed(schema, path);
        if (crossed != null) {
            return RecordWording.crossed(path, crossed);
        }
        return key(schema, path) == null ? missing(schema, path) : "";
    }

    private static String whyNotFrom(ExtractedSchema schema, String path) {
        String crossed = leadsToUnknown(schema, path) ? null : crossed(schema, path);
        if (crossed != null) {
            return RecordWording.crossed(path, crossed);
        }
        return taken(schema, path)
                ? "'" + path + "' is a key today, so nothing moved away. Remove one of the two."
                : "";
    }

    /** Returns true if a path leads through a key whose type has a problem of its own, so that nobody knows what is below. */
    private static boolean leadsToUnknown(ExtractedSchema schema, String path) {
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
            String before = path.substring(0, dot);
            ReachableRecord holder = holder(schema, before);
            Component component = holder == null ? null : holder.record().component(last(before));
            KeySchema key = key(schema, before);
            boolean lost = key != null
                    && key.type() instanceof RecordType section
                    && schema.lost().containsKey(section.type());
            if (lost || (component != null && !component.isSupported())) {
                return true;
            }
        }
        return false;
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
        ReachableRecord holder = holder(schema, path);
        return holder == null ? null : holder.record().schema().key(last(path));
    }

    /** Whether a path is a key, or another name of one. */
    private static boolean taken(ExtractedSchema schema, String path) {
        ReachableRecord holder = holder(schema, path);
        if (holder == null) {
            return false;
        }
        RecordSchema record = holder.record().schema();
        String name = last(path);
        return record.key(name) != null || record.keyOfAlias(name) != null || record.retired(name) != null;
    }

    /** The record in which the last key of a path stands, or null. */
    private static @Nullable ReachableRecord holder(ExtractedSchema schema, String path) {
        ReachableRecord at = schema.records().get(schema.root().schema().type());
        String[] names = path.split("\\.", -1);
        for (int i = 0; i < names.length - 1 && at != null; i++) {
            KeySchema key = at.record().schema().key(names[i]);
            at = key != null && key.type() instanceof RecordType section
                    ? schema.records().get(section.type())
                    : null;
        }
        return at;
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static String missing(ExtractedSchema schema, String path) {
        List<String> known = new ArrayList<>();
        for (ReachableRecord reached : schema.records().values()) {
            for (KeySchema key : reached.record().schema().keys()) {
                if (reached.direct()) {
                    known.add(reached.path(key));
                }
            }
        }
        return RecordWording.noSuchPlace(path, known);
    }
}
