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

/** Requires that {@code @Moved} leads from a path without a key to the path of a key. */
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
                faults.add("'" + move.from() + "' is already moved by another @Moved. Remove one of the two.");
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
        if (leadsThroughUnknown(schema, path)) {
            return "";
        }
        String nonSection = nonSection(schema, path);
        if (nonSection != null) {
            return RecordWording.throughNonSection(path, nonSection);
        }
        return key(schema, path) == null ? missing(schema, path) : "";
    }

    private static String whyNotFrom(ExtractedSchema schema, String path) {
        String nonSection = leadsThroughUnknown(schema, path) ? null : nonSection(schema, path);
        if (nonSection != null) {
            return RecordWording.throughNonSection(path, nonSection);
        }
        return isInUse(schema, path) ? "'" + path + "' is still a key. Remove the key or this @Moved." : "";
    }

    /** Returns true if a path leads through a key whose type has a problem, so that the keys below it are unknown. */
    private static boolean leadsThroughUnknown(ExtractedSchema schema, String path) {
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

    /** Returns the path of the first key on the way that is not a section, or null. */
    private static @Nullable String nonSection(ExtractedSchema schema, String path) {
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

    /** Returns true if a path is a key, an alias or a removed key. */
    private static boolean isInUse(ExtractedSchema schema, String path) {
        ReachableRecord holder = holder(schema, path);
        if (holder == null) {
            return false;
        }
        RecordSchema record = holder.record().schema();
        String name = last(path);
        return record.key(name) != null || record.keyOfAlias(name) != null || record.retired(name) != null;
    }

    /** Returns the record that contains the last key of a path, or null. */
    private static @Nullable ReachableRecord holder(ExtractedSchema schema, String path) {
        ReachableRecord current = schema.records().get(schema.root().schema().type());
        String[] names = path.split("\\.", -1);
        for (int i = 0; i < names.length - 1 && current != null; i++) {
            KeySchema key = current.record().schema().key(names[i]);
            current = key != null && key.type() instanceof RecordType section
                    ? schema.records().get(section.type())
                    : null;
        }
        return current;
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
        return RecordWording.unknownKey(path, known);
    }
}
