package io.alchemi.processor.emit.jsonschema;

import io.alchemi.config.check.UnionBranches;
import io.alchemi.config.diagnose.FirstSentence;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.schema.ValueType.UnionType.Branch;
import io.alchemi.config.text.JsonObject;
import io.alchemi.processor.emit.ScalarDefault;
import io.alchemi.processor.emit.SchemaPath;
import io.alchemi.processor.emit.UnionPath;
import io.alchemi.processor.emit.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes unions as closed branches, which are distinguished by a constant tag, by the kind of the value or by its keys. */
final class UnionSchema {
    private final SectionSchema sections;
    private final ValueSchema values;

    UnionSchema(SectionSchema sections, ValueSchema values) {
        this.sections = sections;
        this.values = values;
    }

    /** Returns the schema of a key. */
    JsonObject key(SchemaPath place, KeySchema key, UnionType type) {
        String doc = place.schema().docs(place.record()).ofKey(key.name());
        JsonObject out = union(place.union(key, type), key.nullable(), doc, KeyText.facts(key));
        if (type.isByKind() && !out.has("$ref")) {
            out.put("title", KeyText.title(place.record(), key));
            offer(place.union(key, type), key, out);
        }
        return out;
    }

    /** Returns the schema of a list item or map value. */
    JsonObject item(SchemaPath place, KeySchema key, UnionType type) {
        return union(place.item(key, type), false, "", List.of());
    }

    /** Makes the key insert its default if that is a scalar or a list. */
    private static void offer(UnionPath union, KeySchema key, JsonObject out) {
        YamlValue inserted = ValueSchema.inserted(key);
        if (inserted instanceof YamlValue.Items) {
            CollectionSchema.offer(out, new JsonObject(), inserted);
            return;
        }
        Branch scalar = inserted instanceof YamlValue.Scalar ? union.branchOf(inserted) : null;
        if (inserted != null && scalar != null) {
            RecordSchema record = union.schema().record(scalar.record());
            Object value = ScalarDefault.json(record, union.alone(scalar).type(), inserted);
            if (value != null) {
                out.put("default", value);
            }
        }
    }

    /**
     * Returns the schema of a union as a value.
     *
     * @param nullable true if the value may be null
     * @param doc the doc of the key, or an empty string
     * @param facts the facts that a hover does not show otherwise
     */
    private JsonObject union(UnionPath union, boolean nullable, String doc, List<String> facts) {
        boolean shared = union.given().isEmpty();
        boolean recursive = shared && sections.isRecursive(union);
        // Editors resolve a $ref to an object, but not to a list or a scalar.
        boolean inline = union.type().isByKind() || nullable;
        if (inline && !recursive) {
            return describe(union, nullable, doc.isEmpty() ? doc(union) : doc, facts, new JsonObject());
        }
        JsonObject out = reference(union, shared, nullable);
        KeyText.describe(out, doc, facts);
        return out;
    }

    /** Returns the schema of a union under a key that editors do not suggest. Beside {@code $ref} they would ignore that. */
    JsonObject hidden(UnionPath union, boolean nullable) {
        boolean shared = union.given().isEmpty();
        return new JsonObject()
                .put("title", union.type().simpleName())
                .put("type", types(union, nullable))
                .put("allOf", List.of(reference(union, shared, nullable)));
    }

    private JsonObject reference(UnionPath union, boolean shared, boolean nullable) {
        String orNull = nullable ? "OrNull" : "";
        String identity = (shared ? union.type().type() : "union at " + union.path()) + orNull;
        String here = shared ? orNull : orNull + "." + union.path();
        return sections.definitions()
                .reference(
                        identity,
                        List.of(union.type().simpleName() + here, union.type().type() + here),
                        definition -> describe(union, nullable, doc(union), List.of(), definition));
    }

    private static String doc(UnionPath union) {
        return union.schema().docs(union.type().type()).ofRecord();
    }

    private JsonObject describe(UnionPath union, boolean nullable, String doc, List<String> facts, JsonObject out) {
        out.put("title", union.type().simpleName());
        KeyText.describe(out, doc, facts);
        out.put("type", types(union, nullable));
        List<JsonObject> branches = new ArrayList<>();
        if (union.type().isByKind()) {
            addKinds(union, branches);
        } else {
            out.put("properties", new JsonObject().put(union.type().discriminator(), tag(union)));
            for (Branch branch : union.type().branches()) {
                branches.add(tagged(union, branch));
            }
        }
        if (nullable) {
            branches.add(new JsonObject().put("title", "null").put("type", "null"));
        }
        return out.put("oneOf", branches);
    }

    private Object types(UnionPath union, boolean nullable) {
        Set<String> types = new LinkedHashSet<>();
        for (Branch branch : inOrder(union.type())) {
            types.add(type(union, branch));
        }
        if (nullable) {
            types.add("null");
        }
        return types.size() == 1 ? types.iterator().next() : List.copyOf(types);
    }

    private String type(UnionPath union, Branch branch) {
        return switch (branch.tag()) {
            case UnionType.MAPPING -> "object";
            case UnionType.SEQUENCE -> "array";
            default -> UnionBranches.scalarType(union.schema(), branch).keyword();
        };
    }

    /** Returns the branches by kind, mappings first: in another order editors report the wrong problem. */
    private static List<Branch> inOrder(UnionType union) {
        if (!union.isByKind()) {
            return List.of(new Branch(UnionType.MAPPING, union.branches().get(0).record()));
        }
        List<Branch> ordered = new ArrayList<>();
        for (String kind : List.of(UnionType.MAPPING, UnionType.SEQUENCE, UnionType.SCALAR)) {
            for (Branch branch : union.branches()) {
                if (branch.tag().equals(kind)) {
                    ordered.add(branch);
                }
            }
        }
        return ordered;
    }

    private void addKinds(UnionPath union, List<JsonObject> branches) {
        for (Branch branch : inOrder(union.type())) {
            SchemaPath place = union.branch(branch);
            if (branch.tag().equals(UnionType.MAPPING)) {
                branches.add(sections.branch(place, new JsonObject(), List.of()));
                if (!place.given().isEmpty() && !branch.equals(union.branchByDefault())) {
                    branches.get(branches.size() - 1).put("anyOf", selections(union, branch));
                }
            } else {
                KeySchema only = union.alone(branch);
                branches.add(values.bareValue(place, only));
            }
        }
    }

    /** Returns a schema for each key that selects a branch, since defaults may provide all of its keys. */
    private static List<JsonObject> selections(UnionPath union, Branch branch) {
        List<JsonObject> selections = new ArrayList<>();
        for (KeySchema key : UnionBranches.decidingKeys(union.schema(), union.type(), branch)) {
            selections.add(Demand.key(key.name()));
            key.aliases().forEach(alias -> selections.add(Demand.key(alias)));
        }
        return selections;
    }

    /** Returns the schema of the tag with all its values. Its error message is repeated in each branch. */
    private static JsonObject tag(UnionPath union) {
        List<Object> tags = new ArrayList<>();
        List<String> docs = new ArrayList<>();
        JsonObject forJetBrains = new JsonObject();
        for (Branch branch : union.type().branches()) {
            String doc = doc(union, branch);
            tags.add(branch.tag());
            docs.add(doc);
            if (!doc.isEmpty()) {
                forJetBrains.put(branch.tag(), new JsonObject().put("description", doc));
            }
        }
        String name = union.type().discriminator();
        JsonObject out = new JsonObject()
                .put("title", name + ": " + String.join(" | ", tags(union)))
                .put("type", "string")
                .put("description", "Selects the variant of " + union.type().simpleName() + ".")
                .put("enum", tags);
        if (!forJetBrains.isEmpty()) {
            out.put("enumDescriptions", docs).put("x-intellij-enum-metadata", forJetBrains);
        }
        return out.put("errorMessage", message(union));
    }

    private static String doc(UnionPath union, Branch branch) {
        return FirstSentence.plain(union.schema().docs(branch.record().type()).ofRecord());
    }

    private static List<String> tags(UnionPath union) {
        return union.type().branches().stream().map(Branch::tag).toList();
    }

    private static String message(UnionPath union) {
        return "Unknown " + union.type().discriminator() + ". Use one of: " + String.join(", ", tags(union)) + ".";
    }

    private JsonObject tagged(UnionPath union, Branch branch) {
        String name = union.type().discriminator();
        JsonObject tag = new JsonObject()
                .put("title", name + ": " + branch.tag())
                .put("type", "string")
                .put("const", branch.tag());
        boolean isPrefix =
                tags(union).stream().anyMatch(other -> other.startsWith(branch.tag()) && !other.equals(branch.tag()));
        if (isPrefix) {
            // During completion, editors match a constant against any string that starts with it.
            tag.put("pattern", Patterns.whole(Patterns.anyOf(List.of(branch.tag()), false)));
        }
        tag.putText("description", doc(union, branch)).put("errorMessage", message(union));
        boolean byDefault = branch.equals(union.branchByDefault());
        return sections.branch(
                union.branch(branch), new JsonObject().put(name, tag), byDefault ? List.of() : List.of(name));
    }
}
