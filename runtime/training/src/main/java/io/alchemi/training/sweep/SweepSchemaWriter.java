package io.alchemi.training.sweep;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.alchemi.training.run.TrainCommand;
import java.util.List;
import java.util.Set;

/** Writes the JSON Schema for sweeps of one command: the schema of all sweep files, with the keys of the command in {@code over}. */
final class SweepSchemaWriter {
    private static final Gson JSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    private static final List<String> TEXTS = List.of("title", "description", "markdownDescription");
    private static final Set<String> NUMBERS = Set.of("integer", "number");
    private static final String DEFINITIONS = "definitions";

    private final JsonObject span;
    private final JsonObject list;
    private final JsonObject keys = new JsonObject();
    private final JsonObject patterns = new JsonObject();

    /** @param axis schema of the values of an axis */
    private SweepSchemaWriter(JsonObject axis) {
        JsonArray forms = axis.getAsJsonArray("oneOf");
        span = forms.get(0).getAsJsonObject();
        list = forms.get(1).getAsJsonObject();
    }

    /** Returns the schema for sweeps of a command. */
    static String of(TrainCommand<?> command) {
        JsonObject sweep = parse(new SweepConfigLoader().jsonSchema());
        JsonObject configuration = parse(command.loader().jsonSchema());
        JsonObject properties = sweep.getAsJsonObject("properties");
        JsonObject over = properties.getAsJsonObject("over");
        JsonObject any = over.getAsJsonArray("anyOf").get(0).getAsJsonObject();
        SweepSchemaWriter schema = new SweepSchemaWriter(any.getAsJsonObject("additionalProperties"));
        schema.add("", configuration);

        over.remove("anyOf");
        over.add("minProperties", any.get("minProperties"));
        over.addProperty("additionalProperties", false);
        over.add("properties", schema.keys);
        over.add("patternProperties", schema.patterns);
        properties.getAsJsonObject("command").addProperty("const", command.name());
        properties.getAsJsonObject("command").addProperty("default", command.name());
        if (configuration.has(DEFINITIONS)) {
            JsonObject definitions = sweep.has(DEFINITIONS) ? sweep.getAsJsonObject(DEFINITIONS) : new JsonObject();
            configuration.getAsJsonObject(DEFINITIONS).asMap().forEach(definitions::add);
            sweep.add(DEFINITIONS, definitions);
        }
        return JSON.toJson(sweep) + "\n";
    }

    private static JsonObject parse(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }

    /** Adds the keys of a section. */
    private void add(String start, JsonObject section) {
        section.getAsJsonObject("properties").asMap().forEach((name, value) -> {
            JsonObject key = value.getAsJsonObject();
            String path = start + name;
            if (name.equals("$schema")) {
                return;
            } else if (key.has("properties") && !key.has("oneOf")) {
                keys.add(path, hidden(path));
                add(path + ".", key);
            } else {
                boolean isHidden = key.has("doNotSuggest");
                keys.add(path, isHidden ? hidden(path) : values(path, key));
                if (!isHidden && (key.has("$ref") || has(key, Set.of("object", "array")))) {
                    patterns.add("^" + path.replace(".", "\\.") + "[.\\[]", hidden(path));
                }
            }
        });
    }

    /** Returns the schema of a list of any values, for keys that editors should not suggest. */
    private JsonObject hidden(String path) {
        JsonObject any = list.deepCopy();
        any.addProperty("title", path);
        any.addProperty("doNotSuggest", true);
        return any;
    }

    private JsonObject values(String path, JsonObject key) {
        JsonObject values = new JsonObject();
        TEXTS.forEach(text -> copy(text, key, values));
        values.addProperty("title", path + key.get("title").getAsString().replaceFirst("^[^:]*", ""));
        JsonObject items = new JsonObject();
        items.add("title", values.get("title"));
        items.addProperty("type", "array");
        items.add("items", withoutTexts(key));
        items.addProperty("minItems", 1);
        boolean isNumber = has(key, NUMBERS);
        JsonArray types = new JsonArray();
        types.add("array");
        JsonArray forms = new JsonArray();
        forms.add(items);
        if (isNumber) {
            types.add("object");
            forms.add(span);
        }
        values.add("type", isNumber ? types : new JsonPrimitive("array"));
        values.add("oneOf", forms);
        if (key.has("default")) {
            values.add("defaultSnippets", snippets("[" + key.get("default").getAsString() + "]"));
        }
        return values;
    }

    /** Returns the snippets that editors insert for a key. */
    private static JsonArray snippets(String body) {
        JsonObject snippet = new JsonObject();
        snippet.addProperty("label", body);
        snippet.addProperty("type", "string");
        snippet.addProperty("body", body);
        JsonArray snippets = new JsonArray();
        snippets.add(snippet);
        return snippets;
    }

    private static JsonObject withoutTexts(JsonObject key) {
        JsonObject item = key.deepCopy();
        item.remove("default");
        item.remove("defaultSnippets");
        return item;
    }

    private static void copy(String name, JsonObject from, JsonObject to) {
        if (from.has(name)) {
            to.add(name, from.get(name));
        }
    }

    /** Returns true if a value may have one of some JSON types. */
    private static boolean has(JsonObject key, Set<String> types) {
        JsonElement type = key.get("type");
        if (type == null) {
            return false;
        }
        return type.isJsonArray()
                ? type.getAsJsonArray().asList().stream().anyMatch(one -> types.contains(one.getAsString()))
                : types.contains(type.getAsString());
    }
}
