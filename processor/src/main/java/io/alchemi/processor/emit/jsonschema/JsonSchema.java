package io.alchemi.processor.emit.jsonschema;

import io.alchemi.config.schema.Schema;
import io.alchemi.config.text.JsonObject;
import io.alchemi.processor.emit.SchemaPath;
import java.util.List;

/**
 * Writes a description as JSON Schema draft 7. The schema accepts what the loader accepts, except for rules that only the
 * loader can evaluate. Its form is optimized for completion, hovers and validation in editors.
 */
public final class JsonSchema {
    private JsonSchema() {}

    /** Returns the JSON Schema of a root record. */
    public static String of(Schema schema) {
        SectionSchema sections = new SectionSchema();
        SchemaPath root = SchemaPath.root(schema);
        JsonObject properties = new JsonObject().put("$schema", associationKey());
        if (schema.hasParents()) {
            properties.put(Schema.PARENTS, parents());
        }
        JsonObject out = new JsonObject().put("$schema", "http://json-schema.org/draft-07/schema#");
        sections.describe(root, !root.requiresAny(), properties, List.of(), Insertion.requiredKeys(root), out);
        out.put("patternProperties", new JsonObject().put("^x-", new JsonObject()));
        JsonObject definitions = sections.definitions().write();
        if (!definitions.isEmpty()) {
            out.put("definitions", definitions);
        }
        return out.write();
    }

    private static JsonObject parents() {
        JsonObject name = new JsonObject().put("type", "string").put("minLength", 1);
        JsonObject names = new JsonObject().put("type", "array").put("items", name);
        String doc =
                "Files whose values this file overrides, relative to its folder. Later ones override earlier ones.";
        JsonObject out =
                KeyText.of(Schema.PARENTS, "string or list of strings", doc).write(new JsonObject());
        return out.put("oneOf", List.of(name, names)).put("doNotSuggest", true);
    }

    private static JsonObject associationKey() {
        KeyText text = KeyText.of("$schema", "string", "JSON Schema of this file, used by editors.");
        return text.write(new JsonObject()).put("type", ValueSchema.ANY).put("doNotSuggest", true);
    }
}
