package io.alchemi.training.sweep;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.alchemi.config.layer.SettingPath;
import io.alchemi.config.layer.SettingPath.Step;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.tree.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the JSON Schema for sweeps of one command: the schema of all sweep files, with the keys of the command in {@code over}. */
final class SweepSchemaWriter {
    private static final Gson JSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    private static final Set<String> NUMBERS = Set.of("integer", "number");
    private static final Set<String> COLLECTIONS = Set.of("object", "array");
    private static final String DEFINITIONS = "definitions";
    private static final String REFERENCE = "#/" + DEFINITIONS + "/";

    /** Before the names of the definitions for all sweeps. No record has a name with a hyphen. */
    private static final String OWN = "sweep-";

    private static final String MESSAGE = "Must be a list of values that fit the key.";
    private static final String MESSAGE_OF_NUMBERS =
            "Must be a list of values that fit the key, or a range such as {linear: [1, 9], count: 5}.";

    private final JsonObject definitions;
    private final JsonObject keys = new JsonObject();
    private final JsonObject patterns = new JsonObject();

    /** The definitions that the current path leads through, since a section may contain itself. */
    private final List<String> open = new ArrayList<>();

    private SweepSchemaWriter(JsonObject definitions) {
        this.definitions = definitions;
    }

    /**
     * Returns the schema for sweeps of a command.
     *
     * @param command the name of the command
     * @param schema the schema of its configurations
     * @param jsonSchema the JSON Schema of its configurations
     */
    static String of(String command, Schema schema, String jsonSchema) {
        JsonObject configuration = parse(jsonSchema);
        JsonObject definitions =
                configuration.has(DEFINITIONS) ? configuration.getAsJsonObject(DEFINITIONS) : new JsonObject();
        SweepSchemaWriter writer = new SweepSchemaWriter(definitions);
        JsonObject root = configuration.getAsJsonObject("properties");
        root.remove("$schema");
        if (schema.hasParents()) {
            root.remove(Schema.PARENTS);
        }
        writer.addKeys(List.of(), root);

        JsonObject sweep = parse(new SweepConfigLoader().jsonSchema());
        rename(sweep);
        JsonObject properties = sweep.getAsJsonObject("properties");
        writer.fillOver(properties.getAsJsonObject("over"));
        restrict(properties.getAsJsonObject("command"), command);
        definitions.asMap().forEach(sweep.getAsJsonObject(DEFINITIONS)::add);
        return JSON.toJson(sweep) + "\n";
    }

    private static JsonObject parse(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }

    private static void restrict(JsonObject key, String command) {
        key.remove("examples");
        key.addProperty("const", command);
        key.addProperty("default", command);
        key.addProperty("errorMessage", "Must be " + command + ", the command of this JSON Schema.");
    }

    /** Renames the definitions for all sweeps, because records of the program may have the same names. */
    private static void rename(JsonObject sweep) {
        JsonObject renamed = new JsonObject();
        sweep.getAsJsonObject(DEFINITIONS).asMap().forEach((name, definition) -> renamed.add(OWN + name, definition));
        sweep.add(DEFINITIONS, renamed);
        renameReferences(sweep);
    }

    private static void renameReferences(JsonElement element) {
        if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(SweepSchemaWriter::renameReferences);
        } else if (element.isJsonObject()) {
            JsonObject object = element.getAsJsonObject();
            object.asMap().values().forEach(SweepSchemaWriter::renameReferences);
            if (object.has("$ref")) {
                object.add("$ref", reference(OWN + definitionOf(object)));
            }
        }
    }

    private static @Nullable String definitionOf(JsonObject key) {
        return key.has("$ref") ? key.get("$ref").getAsString().substring(REFERENCE.length()) : null;
    }

    private static JsonPrimitive reference(String definition) {
        return new JsonPrimitive(REFERENCE + definition);
    }

    private void fillOver(JsonObject over) {
        over.remove("allOf");
        over.remove("defaultSnippets");
        over.addProperty("minProperties", 1);
        over.addProperty("additionalProperties", false);
        over.add("properties", keys);
        over.add("patternProperties", patterns);
    }

    /** Adds the keys of a section. */
    private void addKeys(List<Step> section, JsonObject properties) {
        properties.asMap().forEach((name, key) -> {
            List<Step> path = new ArrayList<>(section);
            path.add(new Step(name, -1));
            add(path, key.getAsJsonObject());
        });
    }

    private void add(List<Step> path, JsonObject key) {
        String text = new SettingPath(path).toString();
        String definition = definitionOf(direct(key));
        JsonObject value = definition == null ? direct(key) : definitions.getAsJsonObject(definition);
        boolean isHidden = key.has("doNotSuggest");
        boolean isSection = definition != null && value.has("properties") && !value.has("oneOf");
        keys.add(text, isSection ? ofSection() : isHidden ? hidden() : values(key, value));
        if (isSection && !isHidden && !open.contains(definition)) {
            open.add(definition);
            addKeys(path, value.getAsJsonObject("properties"));
            open.remove(definition);
        } else if (has(value, COLLECTIONS)) {
            patterns.add("^" + text.replaceAll("[\\\\^$.|?*+()\\[\\]{}]", "\\\\$0") + "[.\\[]", hidden());
        }
    }

    /** Returns the schema of a key without the level above it that only holds a snippet. */
    private static JsonObject direct(JsonObject key) {
        JsonArray all = key.getAsJsonArray("allOf");
        boolean isAbove = all != null && all.size() == 1 && !key.has("$ref") && !key.has("properties");
        JsonObject inner = isAbove ? all.get(0).getAsJsonObject() : key;
        return inner.has("$ref") || !key.has("type") ? inner : key;
    }

    /** Returns the schema of a list of whole sections. Editors suggest their keys instead. */
    private static JsonObject ofSection() {
        JsonObject list = listOf(new JsonObject());
        list.addProperty(
                "errorMessage",
                "Must be a list of values. Write the keys of a section with dots, such as optimizer.lr.");
        list.addProperty("doNotSuggest", true);
        return list;
    }

    /** Returns the schema of any values, for keys and parts of values that editors should not suggest. */
    private static JsonObject hidden() {
        JsonObject any = axis(new JsonObject(), listOf(new JsonObject()), true);
        any.addProperty("doNotSuggest", true);
        return any;
    }

    /**
     * Returns the schema of the values that a key can have in a sweep.
     *
     * @param key the schema of the key
     * @param value the schema of its value, which has its type
     */
    private static JsonObject values(JsonObject key, JsonObject value) {
        JsonObject texts = withTexts(key);
        JsonObject list = listOf(texts);
        list.add("items", withoutInsertion(key));
        JsonObject values = axis(texts, list, has(value, NUMBERS));
        String inserted = inserted(key);
        if (inserted != null) {
            values.add("defaultSnippets", snippets("[" + inserted + "]"));
        }
        return values;
    }

    private static JsonObject listOf(JsonObject texts) {
        JsonObject list = texts.deepCopy();
        list.addProperty("type", "array");
        list.addProperty("minItems", 1);
        list.addProperty("uniqueItems", true);
        return list;
    }

    /** Returns the schema of a list of values or, for numbers, of a list or a range. */
    private static JsonObject axis(JsonObject texts, JsonObject list, boolean allowsRange) {
        JsonArray forms = new JsonArray();
        JsonArray types = new JsonArray();
        forms.add(list);
        types.add("array");
        if (allowsRange) {
            JsonObject range = texts.deepCopy();
            range.add("$ref", reference(OWN + SweepConfig.Span.class.getSimpleName()));
            forms.add(range);
            types.add("object");
        }
        JsonObject axis = texts.deepCopy();
        axis.add("type", allowsRange ? types : new JsonPrimitive("array"));
        axis.addProperty("errorMessage", allowsRange ? MESSAGE_OF_NUMBERS : MESSAGE);
        axis.add("oneOf", forms);
        return axis;
    }

    /** Returns a schema with the texts of a key. Each form has them, since hovers show those of the form. */
    private static JsonObject withTexts(JsonObject key) {
        JsonObject out = new JsonObject();
        for (String text : List.of("description", "markdownDescription")) {
            if (key.has(text)) {
                out.add(text, key.get(text));
            }
        }
        return out;
    }

    /** Returns the value that editors insert with a key, as YAML, or null. */
    private static @Nullable String inserted(JsonObject key) {
        if (key.has("defaultSnippets")) { // Labels of keys are YAML, but bodies are escaped.
            JsonObject snippet = key.getAsJsonArray("defaultSnippets").get(0).getAsJsonObject();
            return snippet.get("label").getAsString();
        }
        JsonElement value = key.get("default");
        if (value == null) {
            return null;
        }
        boolean isString = value.isJsonPrimitive() && value.getAsJsonPrimitive().isString();
        return isString ? YamlText.string(value.getAsString()) : value.toString();
    }

    /** Returns the snippets that editors insert for a key. */
    private static JsonArray snippets(String text) {
        JsonObject snippet = new JsonObject();
        snippet.addProperty("label", text);
        snippet.addProperty("type", "string");
        snippet.addProperty(
                "body", text.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}"));
        JsonArray snippets = new JsonArray();
        snippets.add(snippet);
        return snippets;
    }

    private static JsonObject withoutInsertion(JsonObject key) {
        JsonObject item = key.deepCopy();
        item.remove("default");
        item.remove("defaultSnippets");
        return item;
    }

    /** Returns true if a value may have one of some JSON types. */
    private static boolean has(JsonObject value, Set<String> types) {
        JsonElement type = value.get("type");
        if (type == null) {
            return false;
        }
        return type.isJsonArray()
                ? type.getAsJsonArray().asList().stream().anyMatch(one -> types.contains(one.getAsString()))
                : types.contains(type.getAsString());
    }
}
