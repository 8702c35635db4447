package io.alchemi.processor.emit.jsonschema;

import io.alchemi.config.schema.Docs;
import io.alchemi.config.schema.EnumSchema;
import io.alchemi.config.schema.EnumSchema.Constant;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.StringPattern;
import io.alchemi.config.text.JsonObject;
import io.alchemi.processor.emit.Markdown;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Strings that a key accepts: values that editors suggest with their docs, and optionally a pattern for other values. */
final class Choices {
    private final List<Object> suggested = new ArrayList<>();
    private final List<String> docs = new ArrayList<>();
    private final String pattern;
    private final String message;

    private Choices(String pattern, String message) {
        this.pattern = pattern;
        this.message = message;
    }

    /** Returns the constants of an enum. Deprecated ones, aliases and other letter case are accepted but not suggested. */
    static Choices of(EnumSchema constants, Docs docs, boolean nullable) {
        List<String> names = new ArrayList<>();
        List<String> further = new ArrayList<>();
        for (Constant constant : constants.constants()) {
            if (constant.deprecated() == null) {
                names.add(constant.name());
            }
            if (constants.ignoreCase() || constant.deprecated() != null) {
                further.add(constant.name());
            }
            further.addAll(constant.aliases());
        }
        String pattern = Patterns.anyOf(further, constants.ignoreCase());
        String message = "Must be one of: " + String.join(", ", names) + (nullable ? " or null." : ".");
        Choices choices = new Choices(pattern, message);
        for (String name : names) {
            choices.suggest(name, docs.ofConstant(constants.type(), name));
        }
        return choices.orNull(nullable);
    }

    /**
     * Returns the suggestions of a string with a pattern.
     *
     * @param format the regular expression of the scalar kind, which a string must match too, or null
     */
    static Choices of(StringPattern pattern, @Nullable String format, String key, Docs docs, boolean nullable) {
        String message = "Must be " + pattern.describedAs() + (nullable ? " or null." : ".");
        Choices choices = new Choices(Patterns.both(format, pattern.regex()), message);
        for (String value : pattern.suggestions()) {
            choices.suggest(value, docs.ofSuggestion(key, value));
        }
        return pattern.suggestions().isEmpty() ? choices : choices.orNull(nullable);
    }

    /** Returns the strings that match the regular expression of a scalar kind. */
    static Choices of(ScalarKind kind, String regex, boolean nullable) {
        return new Choices(regex, "Must be " + kind.noun() + (nullable ? " or null." : "."));
    }

    private void suggest(Object value, String doc) {
        suggested.add(value);
        docs.add(doc);
    }

    /** Returns a list of the values that have docs. */
    String markdown() {
        StringJoiner lines = new StringJoiner("\n");
        for (int i = 0; i < suggested.size(); i++) {
            if (!docs.get(i).isEmpty()) {
                lines.add("* " + Markdown.code(String.valueOf(suggested.get(i))) + ": " + docs.get(i));
            }
        }
        return lines.toString();
    }

    private Choices orNull(boolean nullable) {
        if (nullable) {
            suggest(JsonObject.NULL, "not set");
        }
        return this;
    }

    /**
     * Writes the keywords.
     *
     * @param types the types of values that match the pattern
     * @param hasDefault true if the key has a default, which editors insert only if the values are nested one level deeper
     */
    void write(JsonObject out, Object types, boolean hasDefault) {
        if (suggested.isEmpty()) {
            out.put("pattern", Patterns.whole(pattern)).put("patternErrorMessage", message);
        } else if (!pattern.isEmpty()) {
            JsonObject further = new JsonObject()
                    .put("type", types)
                    .put("pattern", Patterns.wholeBut(strings(), pattern))
                    .put("patternErrorMessage", message);
            JsonObject values = writeSuggested(new JsonObject()).put("errorMessage", message);
            // With anyOf, hovers would lose the description of the key at a wrong value.
            out.put("oneOf", List.of(values, further));
        } else if (hasDefault) {
            out.put("allOf", List.of(writeSuggested(new JsonObject()).put("errorMessage", message)));
        } else {
            writeSuggested(out).put("errorMessage", message);
        }
    }

    private List<String> strings() {
        List<String> strings = new ArrayList<>();
        for (Object value : suggested) {
            if (value instanceof String text) {
                strings.add(text);
            }
        }
        return strings;
    }

    private JsonObject writeSuggested(JsonObject out) {
        out.put("enum", suggested);
        JsonObject forJetBrains = new JsonObject();
        for (int i = 0; i < suggested.size(); i++) {
            if (!docs.get(i).isEmpty()) {
                String value = suggested.get(i) instanceof String text ? text : "null";
                forJetBrains.put(value, new JsonObject().put("description", docs.get(i)));
            }
        }
        if (!forJetBrains.isEmpty()) {
            out.put("enumDescriptions", docs).put("x-intellij-enum-metadata", forJetBrains);
        }
        return out;
    }
}
