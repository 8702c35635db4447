package io.alchemi.processor.emit.jsonschema;

import io.alchemi.config.schema.Docs;
import io.alchemi.config.schema.EnumSchema;
import io.alchemi.config.schema.EnumSchema.Constant;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.StringPattern;
import io.alchemi.processor.emit.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** The texts that a key accepts: values that editors offer with their docs, and perhaps a pattern for further ones. */
final class Choices {
    private final List<Object> offered = new ArrayList<>();
    private final List<String> docs = new ArrayList<>();
    private final String pattern;
    private final String message;

    private Choices(String pattern, String message) {
        this.pattern = pattern;
        this.message = message;
    }

    /** The constants of an enum; other spellings are accepted, but not offered. */
    static Choices of(EnumSchema constants, Docs docs, boolean nullable) {
        List<String> names = new ArrayList<>();
        List<String> further = new ArrayList<>();
        for (Constant constant : constants.constants()) {
            names.add(constant.name());
            if (constants.ignoreCase()) {
                further.add(constant.name());
            }
            further.addAll(constant.aliases());
        }
        String pattern = Patterns.anyOf(further, constants.ignoreCase());
        String message = "Must be one of: " + String.join(", ", names) + (nullable ? " or null." : ".");
        Choices choices = new Choices(pattern, message);
        for (String name : names) {
            choices.offer(name, docs.ofConstant(constants.type(), name));
        }
        return choices.orNull(nullable);
    }

    /** The suggestions of a text with a pattern. */
    static Choices of(StringPattern pattern, String key, Docs docs, boolean nullable) {
        String message = "Must be " + pattern.describedAs() + (nullable ? " or null." : ".");
        Choices choices = new Choices(pattern.regex(), message);
        for (String value : pattern.suggestions()) {
            choices.offer(value, docs.ofSuggestion(key, value));
        }
        return pattern.suggestions().isEmpty() ? choices : choices.orNull(nullable);
    }

    /** The strings that match the regular expression of a kind. */
    static Choices of(ScalarKind kind, String regex, boolean nullable) {
        return new Choices(regex, "Must be " + kind.noun() + (nullable ? " or null." : "."));
    }

    private void offer(Object value, String doc) {
        offered.add(value);
        docs.add(doc);
    }

    private Choices orNull(boolean nullable) {
        if (nullable) {
            offer(JsonObject.NULL, "not set");
        }
        return this;
    }

    /**
     * Writes the keywords.
     *
     * @param title the key's title
     * @param otherTitle another title: a hover would show the same one twice
     * @param hasDefault whether the key has a default, which editors insert only if the values stand one level deeper
     */
    void write(JsonObject out, String title, String otherTitle, boolean hasDefault) {
        if (offered.isEmpty()) {
            out.put("pattern", Patterns.whole(pattern)).put("patternErrorMessage", message);
        } else if (!pattern.isEmpty()) {
            JsonObject further = new JsonObject().put("title", otherTitle);
            further.put("pattern", Patterns.wholeBut(texts(), pattern)).put("patternErrorMessage", message);
            JsonObject values =
                    writeOffered(new JsonObject().put("title", title)).put("errorMessage", message);
            out.put("anyOf", List.of(values, further));
        } else if (hasDefault) {
            out.put(
                    "allOf",
                    List.of(writeOffered(new JsonObject().put("title", title)).put("errorMessage", message)));
        } else {
            writeOffered(out).put("errorMessage", message);
        }
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (Object value : offered) {
            if (value instanceof String text) {
                texts.add(text);
            }
        }
        return texts;
    }

    private JsonObject writeOffered(JsonObject out) {
        out.put("enum", offered);
        JsonObject forJetBrains = new JsonObject();
        for (int i = 0; i < offered.size(); i++) {
            if (!docs.get(i).isEmpty()) {
                String value = offered.get(i) instanceof String text ? text : "null";
                forJetBrains.put(value, new JsonObject().put("description", docs.get(i)));
            }
        }
        if (!forJetBrains.isEmpty()) {
            out.put("enumDescriptions", docs).put("x-intellij-enum-metadata", forJetBrains);
        }
        return out;
    }
}
