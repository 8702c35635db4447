package io.alchemi.processor.emit.reference;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordName;
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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Assigns headings to the records and unions of a page, and collects their paths in a document. */
final class Headings {
    /** The most paths that are listed for a type, so that the time is linear even if all types contain each other. */
    private static final int MAX_PLACES = 12;

    private final Map<String, String> headings = new LinkedHashMap<>();
    private final Map<String, Set<String>> places = new LinkedHashMap<>();
    private final Set<String> unlisted = new HashSet<>();
    private final Map<String, UnionType> unions = new LinkedHashMap<>();
    private final Set<String> sections = new LinkedHashSet<>();

    Headings(Schema schema) {
        collect(SchemaPath.root(schema), new HashSet<>());
        List<String> types = new ArrayList<>(schema.records().keySet());
        types.addAll(unions.keySet());
        Map<String, Integer> uses = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String type : types) {
            uses.merge(simpleName(type), 1, Integer::sum);
        }
        for (String type : types) {
            boolean isShared = uses.getOrDefault(simpleName(type), 0) > 1;
            headings.put(type, isShared ? RecordName.of(type).qualified() : simpleName(type));
        }
    }

    private static String simpleName(String type) {
        return RecordName.simple(type);
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

    /** Returns the distinct paths of a record or a union as Markdown, the first ones if there are many. */
    List<String> places(String type) {
        List<String> found = new ArrayList<>(places.getOrDefault(type, Set.of()));
        if (unlisted.contains(type)) {
            found.add("and others");
        }
        return found;
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

    private void collect(SchemaPath place, Set<String> open) {
        open.add(place.record().type());
        for (KeySchema key : place.keys()) {
            ValueType leaf = key.type().leaf();
            if (leaf instanceof RecordType section) {
                sections.add(section.type());
                if (mayList(section.type())) {
                    SchemaPath own = place.section(key);
                    section(at(own == null ? place.item(key, section) : own, path(place, key)), open);
                }
            } else if (leaf instanceof UnionType union) {
                unions.putIfAbsent(union.type(), union);
                if (mayList(union.type())) {
                    boolean direct = key.type().element() == null;
                    union(direct ? place.union(key, union) : place.item(key, union), path(place, key), open);
                }
            }
        }
        open.remove(place.record().type());
    }

    /** Returns true if a further path of a type is listed. */
    private boolean mayList(String type) {
        boolean may = placesOf(type).size() < MAX_PLACES;
        if (!may) {
            unlisted.add(type);
        }
        return may;
    }

    private static String path(SchemaPath place, KeySchema key) {
        StringBuilder path = new StringBuilder(place.pathOf(key.name()));
        ValueType type = key.type();
        for (ValueType element = type.element(); element != null; element = type.element()) {
            path.append(type instanceof MapType ? ".NAME" : "[]");
            type = element;
        }
        return path.toString();
    }

    private static SchemaPath at(SchemaPath place, String path) {
        return new SchemaPath(place.schema(), place.record(), path, place.given(), place.moves());
    }

    private void section(SchemaPath place, Set<String> open) {
        placesOf(place.record().type()).add(Markdown.code(place.path()) + given(place));
        enter(place, open);
    }

    private void union(UnionPath union, String path, Set<String> open) {
        placesOf(union.type().type()).add(Markdown.code(path));
        for (Branch branch : union.type().branches()) {
            enter(at(union.branch(branch), path), open);
        }
    }

    private void enter(SchemaPath place, Set<String> open) {
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
