package io.alchemi.processor.extract;

import io.alchemi.config.schema.Docs;
import io.alchemi.config.schema.EnumSchema;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordName;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.MapType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.processor.extract.ExtractedSchema.MissingRecord;
import io.alchemi.processor.extract.ExtractedSchema.ReachableRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Extracts the records of one round, each once: from source if it is being compiled, otherwise from its generated class. */
public final class Records {
    private final Elements elements;
    private final Sources sources;
    private final Generics generics;
    private final EnumExtractor enums;
    private final UnionExtractor unions;
    private final RecordExtractor extractor;
    private final WrittenText written;
    private final Map<String, ExtractedRecord> known = new HashMap<>();
    private final Map<String, String> reasons = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    /**
     * Creates an extractor for one round.
     *
     * @param elements utilities of the compiler
     * @param types utilities of the compiler
     * @param sources the types that are being compiled
     */
    public Records(Elements elements, Types types, Sources sources) {
        this.elements = elements;
        this.sources = sources;
        this.generics = new Generics(elements, types);
        this.written = new WrittenText(elements);
        this.enums = new EnumExtractor(elements, sources, written);
        this.unions = new UnionExtractor(elements, sources, written);
        this.extractor = new RecordExtractor(elements, generics, enums, unions);
    }

    /** Returns the schema of a root record. */
    public ExtractedSchema schema(TypeElement root) {
        ExtractedRecord record = root(root);
        ExtractedSchema schema =
                new ExtractedSchema(record, new LinkedHashMap<>(), new LinkedHashMap<>(), new HashMap<>());
        walk(new ReachableRecord(record, "", true, root), schema);
        return schema;
    }

    private Docs docsOfUnion(String name) {
        TypeElement type = elements.getTypeElement(name);
        return type == null ? Docs.empty() : ofUnion(type);
    }

    private ExtractedRecord root(TypeElement root) {
        String name = root.getQualifiedName().toString();
        ExtractedRecord found = find(name);
        if (found == null) {
            found = extractor.extract(root, this);
            known.put(name, found);
        }
        return found;
    }

    /** Collects records depth first in key order, as the generated code does. */
    private void walk(ReachableRecord reached, ExtractedSchema schema) {
        ExtractedRecord record = reached.record();
        if (schema.records().putIfAbsent(record.schema().type(), reached) != null) {
            return;
        }
        for (KeySchema key : record.schema().keys()) {
            if (key.type().leaf() instanceof UnionType union) {
                schema.unionDocs().computeIfAbsent(union.type(), this::docsOfUnion);
            }
            for (RecordType section : key.type().records()) {
                enter(reached, key, section.type(), schema);
            }
        }
    }

    private void enter(ReachableRecord holder, KeySchema key, String section, ExtractedSchema schema) {
        Element place = holder.place(key);
        ExtractedRecord found = find(section);
        if (found == null) {
            String reason = reasons.getOrDefault(section, "");
            schema.lost().putIfAbsent(section, new MissingRecord(holder.record(), key, place, reason));
        } else {
            boolean direct = holder.direct() && key.type().isSection();
            walk(new ReachableRecord(found, holder.path(key) + step(key.type()), direct, place), schema);
        }
    }

    /** Returns the path suffix for the items or values of a type. */
    private static String step(ValueType type) {
        return type instanceof MapType ? ".*" : type.element() != null ? "[]" : "";
    }

    /** Returns true if a record is being extracted: it contains the record that asks. */
    boolean isOpen(String name) {
        return open.contains(name) || open.contains(RecordName.of(name).name());
    }

    /** Returns a record by its qualified name, or null if it has no description. */
    @Nullable
    ExtractedRecord find(String name) {
        ExtractedRecord found = known.get(name);
        if (found == null && !reasons.containsKey(name)) {
            found = extract(name);
            if (found != null) {
                known.put(name, found);
            }
        }
        return found;
    }

    private @Nullable ExtractedRecord extract(String name) {
        return Generics.isApplication(name) ? application(name) : record(name);
    }

    private @Nullable ExtractedRecord application(String name) {
        RecordName type = RecordName.of(name);
        ExtractedRecord generic = find(type.name());
        DeclaredType applied = generic == null ? null : generics.application(type);
        if (generic == null || applied == null) {
            reasons.put(
                    name,
                    reasons.getOrDefault(
                            type.name(), "has a type argument that is not on the class path. Add its jar."));
            return null;
        }
        open.add(name);
        ExtractedRecord extracted = extractor.extract(applied, generic, this);
        open.remove(name);
        return extracted;
    }

    private @Nullable ExtractedRecord record(String name) {
        TypeElement type = elements.getTypeElement(name);
        if (type == null) {
            reasons.put(name, "is not on the class path. Add its jar.");
            return null;
        }
        if (sources.contain(type)) {
            open.add(name);
            ExtractedRecord extracted = extractor.extract(type, this);
            open.remove(name);
            return extracted;
        }
        try {
            RecordSchema schema = written.schema(type);
            if (schema == null) {
                reasons.put(name, reasonOfMissing(type));
                return null;
            }
            return new ExtractedRecord(
                    type,
                    null,
                    type.asType(),
                    false,
                    schema,
                    written.docs(type),
                    List.of(),
                    enums(schema),
                    List.of(),
                    List.of(),
                    List.of());
        } catch (IllegalArgumentException newer) {
            reasons.put(name, "has " + newer.getMessage() + ".");
            return null;
        }
    }

    private String reasonOfMissing(TypeElement type) {
        if (sources.lack(type)) {
            return "was found on the source path, whose files are not processed. Pass its source file to the compiler too.";
        }
        return sources.haveNeighbour(type) && !Annotations.hasOurs(type)
                ? "was compiled earlier, when no schema used it. Mark it with @ConfigRecord, or rebuild the whole module."
                : "was compiled without Alchemi's annotation processor, or before a schema reached it. Compile its"
                        + " module with the processor, and mark the record with @ConfigRecord.";
    }

    private List<ExtractedEnum> enums(RecordSchema schema) {
        List<ExtractedEnum> found = new ArrayList<>();
        for (EnumSchema constants : schema.enums()) {
            TypeElement type = elements.getTypeElement(constants.type());
            if (type != null) {
                found.add(enums.extract(type));
            }
        }
        return found;
    }

    /** Returns the docs of a sealed interface, whether a record uses it or not. */
    public Docs ofUnion(TypeElement type) {
        return unions.docs(type);
    }

    /** Returns an enum, whether a record uses it or not. */
    public ExtractedEnum ofEnum(TypeElement type) {
        return enums.extract(type);
    }
}
