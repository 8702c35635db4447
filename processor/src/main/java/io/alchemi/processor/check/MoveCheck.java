package io.alchemi.processor.check;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.MovedKey;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedRecord;
import io.alchemi.processor.extract.ExtractedSchema;
import io.alchemi.processor.extract.ExtractedSchema.ReachableRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Requires that {@code @Moved} leads from a path without a key to the path of a key. */
final class MoveCheck implements SchemaCheck {
    @Override
    public void check(ExtractedSchema schema, Report problems) {
        for (ReachableRecord reached : schema.records().values()) {
            ExtractedRecord record = reached.record();
            if (record.compiled() && !record.isUnreadable()) {
                new Moves(schema, record).check(problems);
            }
        }
    }

    /** The moves of one record, whose paths start at the record. */
    private record Moves(ExtractedSchema schema, ExtractedRecord record) {
        void check(Report problems) {
            List<String> earlier = new ArrayList<>();
            for (MovedKey move : record.schema().moves()) {
                List<String> faults = new ArrayList<>();
                faults.add(isPath(move.to()) ? whyNotTo(move.to()) : RecordWording.notAPath(move.to()));
                faults.add(isPath(move.from()) ? whyNotFrom(move.from()) : RecordWording.notAPath(move.from()));
                for (String other : earlier) {
                    if (overlap(move.from(), other)) {
                        faults.add(RecordWording.movedTwice(move.from(), other));
                        break;
                    }
                }
                earlier.add(move.from());
                for (String why : faults) {
                    if (!why.isEmpty()) {
                        problems.report(record.element(), RecordWording.movedToNowhere(record.element(), move, why));
                    }
                }
            }
        }

        /** Returns true if one path leads to or through the other. */
        private static boolean overlap(String path, String other) {
            return (path + ".").startsWith(other + ".") || (other + ".").startsWith(path + ".");
        }

        private static boolean isPath(String path) {
            for (String name : path.split("\\.", -1)) {
                if (!NameCheck.isKey(name)) {
                    return false;
                }
            }
            return true;
        }

        private String whyNotTo(String path) {
            if (leadsThroughUnknown(path)) {
                return "";
            }
            String nonSection = nonSection(path);
            if (nonSection != null) {
                return RecordWording.throughNonSection(path, nonSection);
            }
            return key(path) == null ? missing(path) : "";
        }

        private String whyNotFrom(String path) {
            String nonSection = leadsThroughUnknown(path) ? null : nonSection(path);
            if (nonSection != null) {
                return RecordWording.throughNonSection(path, nonSection);
            }
            return isInUse(path)
                    ? "'" + path + "' is still a key. Remove the key or this @Moved."
                    : movedBySection(path);
        }

        /** Returns the fault that a section on a path moves the path too, or an empty string. */
        private String movedBySection(String path) {
            for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
                RecordSchema section = holder(path.substring(0, dot + 1));
                if (section == null) {
                    return "";
                }
                for (MovedKey move : section.moves()) {
                    if (overlap(path.substring(dot + 1), move.from())) {
                        return RecordWording.movedBySection(path, move, section.simpleName());
                    }
                }
            }
            return "";
        }

        /** Returns true if a path leads through a key whose type has a problem, so that the keys below it are unknown. */
        private boolean leadsThroughUnknown(String path) {
            for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
                String before = path.substring(0, dot);
                RecordSchema holder = holder(before);
                Component component = holder == null
                        ? null
                        : schema.reached(holder.type()).record().component(last(before));
                KeySchema key = key(before);
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
        private @Nullable String nonSection(String path) {
            for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
                String before = path.substring(0, dot);
                KeySchema key = key(before);
                if (key != null && !key.type().isSection()) {
                    return before;
                }
            }
            return null;
        }

        private @Nullable KeySchema key(String path) {
            RecordSchema holder = holder(path);
            return holder == null ? null : holder.key(last(path));
        }

        /** Returns true if a path is a key, an alias or a removed key. */
        private boolean isInUse(String path) {
            RecordSchema holder = holder(path);
            String name = last(path);
            return holder != null
                    && (holder.key(name) != null || holder.keyOfAlias(name) != null || holder.retired(name) != null);
        }

        /** Returns the record that contains the last key of a path, or null. */
        private @Nullable RecordSchema holder(String path) {
            RecordSchema current = record.schema();
            String[] names = path.split("\\.", -1);
            for (int i = 0; i < names.length - 1 && current != null; i++) {
                KeySchema key = current.key(names[i]);
                current = key == null ? null : section(key);
            }
            return current;
        }

        /** Returns the record of a section, or null if the key is not a section or its record has no description. */
        private @Nullable RecordSchema section(KeySchema key) {
            ReachableRecord found =
                    key.type() instanceof RecordType section ? schema.records().get(section.type()) : null;
            return found == null ? null : found.record().schema();
        }

        private static String last(String path) {
            return path.substring(path.lastIndexOf('.') + 1);
        }

        private String missing(String path) {
            List<String> known = new ArrayList<>();
            collect(record.schema(), "", new HashSet<>(), known);
            return RecordWording.unknownKey(path, known);
        }

        /** Collects the paths of all keys, those of a record that occurs several times at the first place only. */
        private void collect(RecordSchema section, String path, Set<String> visited, List<String> known) {
            if (!visited.add(section.type())) {
                return;
            }
            for (KeySchema key : section.keys()) {
                known.add(path + key.name());
                RecordSchema inner = section(key);
                if (inner != null) {
                    collect(inner, path + key.name() + ".", visited, known);
                }
            }
        }
    }
}
