package io.alchemi.processor.emit.jsonschema;

import io.alchemi.config.check.UnionBranches;
import io.alchemi.config.check.ValueWording;
import io.alchemi.config.diagnose.FirstSentence;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Signature;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.schema.ValueType.UnionType.Branch;
import io.alchemi.config.text.JsonObject;
import io.alchemi.processor.emit.SchemaPath;
import io.alchemi.processor.emit.UnionPath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes unions as closed branches, which are distinguished by a constant tag, by the kind of the value or by its keys. */
final class UnionSchema {
    /** Unions with more branches are written once, to limit the size of the schema; hovers then miss the text of the key. */
    private static final int MOST_REPEATED = 16;

    private final SectionSchema sections;
    private final ValueSchema values;
    private final Recursion recursion = new Recursion();

    UnionSchema(SectionSchema sections, ValueSchema values) {
        this.sections = sections;
        this.values = values;
    }

    /** Returns the schema of a key. */
    JsonObject key(SchemaPath place, KeySchema key, UnionType type, KeyText text) {
        UnionPath union = place.union(key, type);
        return isLarge(union) && !key.nullable()
                ? text.write(reference(union))
                : describe(union, key.nullable(), text, new JsonObject());
    }

    /** Returns the schema of a union under a key that editors do not suggest. Beside {@code $ref} they would ignore that. */
    JsonObject hidden(UnionPath union, boolean nullable) {
        return describe(union, nullable, KeyText.NONE, new JsonObject());
    }

    /** Returns the schema of a list item or map value. */
    JsonObject item(SchemaPath place, KeySchema key, UnionType type, KeyText text) {
        UnionPath union = place.item(key, type);
        // A list that is a branch can hold the union again, without a record between them.
        return isLarge(union) || (type.isByKind() && recursion.in(union))
                ? text.write(reference(union))
                : describe(union, false, text, new JsonObject());
    }

    private static boolean isLarge(UnionPath union) {
        return union.given().isEmpty()
                && !union.type().isByKind()
                && union.type().branches().size() > MOST_REPEATED;
    }

    private JsonObject reference(UnionPath union) {
        String qualified = union.type().type();
        return sections.definitions()
                .reference(
                        qualified,
                        List.of(union.type().simpleName(), qualified),
                        definition -> describe(
                                union,
                                false,
                                KeyText.of(union.schema().docs(qualified).ofRecord()),
                                definition));
    }

    private JsonObject describe(UnionPath union, boolean nullable, KeyText text, JsonObject out) {
        text.write(out).put("type", types(union, nullable));
        List<JsonObject> branches = new ArrayList<>();
        if (union.type().isByKind()) {
            String noun = ValueWording.noun(union.schema(), union.type());
            out.put("errorMessage", "Must be " + (nullable ? Signature.orNull(noun, "null") : noun) + ".");
            addKinds(union, text, branches);
        } else {
            out.put("properties", new JsonObject().put(union.type().discriminator(), tag(union)));
            for (Branch branch : union.type().branches()) {
                branches.add(withText(text, union, branch, tagged(union, branch)));
            }
        }
        if (nullable) {
            branches.add(new JsonObject().put("type", "null"));
        }
        return out.put("oneOf", branches);
    }

    private Object types(UnionPath union, boolean nullable) {
        Set<String> types = new LinkedHashSet<>();
        for (Branch branch : inOrder(union.type())) {
            types.add(type(union, branch));
        }
        if (UnionBranches.bareSecret(union.schema(), union.type()) != null) {
            types.add("object");
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

    private void addKinds(UnionPath union, KeyText text, List<JsonObject> branches) {
        for (Branch branch : inOrder(union.type())) {
            SchemaPath place = union.branch(branch);
            if (!branch.tag().equals(UnionType.MAPPING)) {
                branches.add(values.bareValue(text, place, union.alone(branch)));
                continue;
            }
            boolean byDefault = place.given().isEmpty() || branch.equals(union.branchByDefault());
            JsonObject out = sections.branch(byDefault ? "" : "selected ", place, definition -> {
                sections.describe(
                        place, false, new JsonObject(), List.of(), Insertion.branch(union, branch), definition);
                if (!byDefault) {
                    definition.put("anyOf", selections(union, branch));
                }
            });
            branches.add(withText(text, union, branch, out));
        }
    }

    /** Adds the text of the key to a branch, since a hover shows that of the branch instead of the key's. */
    private static JsonObject withText(KeyText text, UnionPath union, Branch branch, JsonObject out) {
        RecordSchema record = union.schema().record(branch.record());
        KeyText own = KeyText.of(record, union.schema().docs(record).ofRecord());
        return out.putText("markdownDescription", own.under(text).markdown());
    }

    /** Returns a schema for each key that selects a branch, since defaults may provide all of its keys. */
    private static List<JsonObject> selections(UnionPath union, Branch branch) {
        List<JsonObject> selections = new ArrayList<>();
        RecordSchema record = union.schema().record(branch.record());
        for (KeySchema key : UnionBranches.decidingKeys(union.schema(), union.type(), branch)) {
            selections.add(Demand.key(key.name()));
            UnionBranches.formerNames(record, key).forEach(name -> selections.add(Demand.key(name)));
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
        String doc = "Selects the variant of " + union.type().simpleName() + ".";
        JsonObject out = tagText(union, doc)
                .write(new JsonObject())
                .put("type", "string")
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
        JsonObject tag = tagText(union, doc(union, branch)).write(new JsonObject());
        // Editors replace the message of a const by their own if several branches have the problem.
        tag.put("type", "string").put("enum", List.of(branch.tag())).put("errorMessage", message(union));
        boolean byDefault = branch.equals(union.branchByDefault());
        SchemaPath place = union.branch(branch);
        String use = union.type().type() + (byDefault ? " by default " : " ");
        List<String> required = byDefault ? List.of() : List.of(name);
        return sections.branch(use, place, definition -> {
            JsonObject properties = new JsonObject().put(name, tag);
            sections.describe(place, false, properties, required, Insertion.branch(union, branch), definition);
            if (hasPrefixes(union, branch)) {
                definition.putAll(exactTag(name, branch));
            }
        });
    }

    /** Returns true if the tag of the branch begins with that of another one, or another one with it. */
    private static boolean hasPrefixes(UnionPath union, Branch branch) {
        return tags(union).stream()
                .anyMatch(other -> !other.equals(branch.tag())
                        && (other.startsWith(branch.tag()) || branch.tag().startsWith(other)));
    }

    /**
     * Makes an exact tag count twice when editors look for the best branch: during completion, {@code adam} matches
     * {@code adamw} too.
     */
    private static JsonObject exactTag(String name, Branch branch) {
        JsonObject exact = new JsonObject()
                .put("type", "string")
                .put("pattern", Patterns.whole(Patterns.anyOf(List.of(branch.tag()), false)));
        JsonObject again = new JsonObject().put("enum", List.of(branch.tag()));
        return Demand.when(properties(name, exact), properties(name, again));
    }

    private static JsonObject properties(String name, JsonObject schema) {
        return new JsonObject().put("properties", new JsonObject().put(name, schema));
    }

    private static KeyText tagText(UnionPath union, String doc) {
        return KeyText.of(union.type().discriminator(), String.join(" | ", tags(union)), doc);
    }
}
