package io.alchemi.processor.emit.reference;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.MapType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.schema.ValueType.UnionType.Branch;
import io.alchemi.processor.emit.Markdown;
import io.alchemi.processor.emit.SchemaPath;
import io.alchemi.processor.emit.UnionPath;
import io.alchemi.processor.emit.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Assigns headings to the records and unions of a page, and collects their paths in a document. */
final class Headings {
    private final Map<String, String> headings = new LinkedHashMap<>();
    private final Map<String, Set<String>> places = new LinkedHashMap<>();
    private final Map<String, UnionType> unions = new LinkedHashMap<>();
    private final Set<String> sections = new LinkedHashSet<>();

    Headings(Schema schema) {
        collect(SchemaPath.root(schema, Set.of()), new ArrayList<>());
        List<String> types = new ArrayList<>(schema.records().keySet());
        types.addAll(unions.keySet());
        Map<String, Integer> uses = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String type : types) {
            uses.merge(simpleName(type), 1, Integer::sum);
        }
        for (String type : types) {
            headings.put(type, uses.getOrDefault(simpleName(type), 0) > 1 ? type : simpleName(type));
        }
    }

    private static String simpleName(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    /** Returns the heading of a record. */
    String of(RecordSchema record) {
        return headings.getOrDefault(record.type(), record.simpleName());
    }

    /** Returns the heading of a union. */
    String of(UnionType union) {
        return headings.getOrDefault(union.type(), simpleName(union.type()));
    }

    /** Returns all unions in the order of their first use. */
    List<UnionType> unions() {
        return List.copyOf(unions.values());
    }

    /** Returns the distinct paths of a record or a union as Markdown. */
    List<String> places(String type) {
        return List.copyOf(places.getOrDefault(type, Set.of()));
    }

    /** Returns the unions that have a record as a branch. */
    List<UnionType> unionsOf(RecordSchema record) {
        List<UnionType> found = new ArrayList<>();
        for (UnionType union : unions.values()) {
            if (union.branches().stream()
                    .anyMatch(branch -> branch.record().type().equals(record.type()))) {
                found.add(union);
            }
        }
        return found;
    }

    /** Returns true if any key uses a record directly and not as a branch of a union. */
    boolean isSection(RecordSchema record) {
        return sections.contains(record.type());
    }

    private void collect(SchemaPath place, List<String> open) {
        open.add(place.record().type());
        for (KeySchema key : place.keys()) {
            StringBuilder path = new StringBuilder(place.pathOf(key.name()));
            ValueType type = key.type();
            for (ValueType element = type.element(); element != null; element = type.element()) {
                path.append(type instanceof MapType ? ".NAME" : "[]");
                type = element;
            }
            boolean direct = type == key.type();
            if (type instanceof RecordType section) {
                SchemaPath own = place.section(key);
                SchemaPath inner = own == null ? place.item(key, section) : own;
                sections.add(section.type());
                enter(at(inner, path.toString()), open, true);
            } else if (type instanceof UnionType union) {
                UnionPath inner = direct ? place.union(key, union) : place.item(key, union);
                unions.putIfAbsent(union.type(), union);
                placesOf(union.type()).add(Markdown.code(path.toString()));
                for (Branch branch : union.branches()) {
                    enter(at(inner.branch(branch), path.toString()), open, false);
                }
            }
        }
        open.remove(place.record().type());
    }

    private static SchemaPath at(SchemaPath place, String path) {
        return new SchemaPath(place.schema(), place.record(), path, place.given(), place.excused());
    }

    private void enter(SchemaPath place, List<String> open, boolean named) {
        if (named) {
            placesOf(place.record().type()).add(Markdown.code(place.path()) + given(place));
        }
        if (!open.contains(place.record().type())) {
            collect(place, open);
        }
    }

    private Set<String> placesOf(String type) {
        return places.computeIfAbsent(type, unused -> new LinkedHashSet<>());
    }

    /** Returns the values that the default of an enclosing section provides for the keys of a record. */
    private static String given(SchemaPath place) {
        List<String> values = new ArrayList<>();
        for (KeySchema key : place.record().keys()) {
            YamlValue value = place.given(key);
            if (value != null && !key.type().isSection()) {
                values.add(Markdown.code(key.name() + ": " + value.write()));
            }
        }
        return values.isEmpty() ? "" : " (default " + String.join(", ", values) + ")";
    }
}
