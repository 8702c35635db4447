package io.alchemi.command.editor;

import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.JsonObject;
import io.alchemi.config.text.JsonObject.Literal;
import io.alchemi.config.text.Limits;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import io.alchemi.config.tree.Sequence;
import io.alchemi.config.tree.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The JSON Schema for JetBrains IDEs. They do not know {@code doNotSuggest}, but strike keys with a {@code deprecationMessage}
 * through, and take the whole text of a key from {@code x-intellij-html-description} (source:
 * com.jetbrains.jsonSchema.impl.JsonSchemaObject of intellij-community).
 */
final class JetBrainsSchema {
    /** Keywords that only the language server of other editors reads. */
    private static final Set<String> OF_OTHERS = Set.of(
            "defaultSnippets",
            "doNotSuggest",
            "enumDescriptions",
            "errorMessage",
            "markdownDescription",
            "patternErrorMessage");

    private static final Set<String> FOR_EDITORS = Set.of("$schema", Schema.PARENTS);

    private JetBrainsSchema() {}

    /** Returns the JSON Schema for JetBrains IDEs. */
    static String of(String jsonSchema) {
        Document document = new Document(Document.Kind.DEFAULT, "JSON Schema", jsonSchema);
        Node parsed = YamlReader.readPlain(document, Limits.DEFAULT, new Diagnostics());
        Mapping root = (Mapping) Objects.requireNonNull(parsed);
        return object(root, false).write();
    }

    private static JsonObject object(Mapping mapping, boolean isShown) {
        JsonObject out = new JsonObject();
        for (Mapping.Entry entry : mapping.entries()) {
            String name = entry.name();
            if (name.equals("properties") && entry.value() instanceof Mapping properties) {
                out.put(name, properties(properties));
            } else if (!OF_OTHERS.contains(name)) {
                out.put(name, value(entry.value()));
            } else if (name.equals("markdownDescription") && entry.value() instanceof Scalar text) {
                out.put("x-intellij-html-description", html(text.text()));
            } else if (name.equals("doNotSuggest") && !isShown && mapping.get("description") instanceof Scalar text) {
                out.put("deprecationMessage", text.text());
            }
        }
        return out;
    }

    private static JsonObject properties(Mapping properties) {
        JsonObject out = new JsonObject();
        for (Mapping.Entry entry : properties.entries()) {
            Object property = entry.value() instanceof Mapping schema
                    ? object(schema, FOR_EDITORS.contains(entry.name()))
                    : value(entry.value());
            out.put(entry.name(), property);
        }
        return out;
    }

    private static Object value(Node node) {
        if (node instanceof Mapping mapping) {
            return object(mapping, false);
        } else if (node instanceof Sequence sequence) {
            List<Object> items = new ArrayList<>();
            sequence.items().forEach(item -> items.add(value(item)));
            return items;
        }
        Scalar scalar = (Scalar) node;
        return scalar.style() == Scalar.Style.QUOTED ? scalar.text() : new Literal(scalar.text());
    }

    /** Returns Markdown as HTML: its paragraphs and code spans. */
    private static String html(String markdown) {
        String escaped = markdown.replace("&lt;", "<").replace("&", "&amp;").replace("<", "&lt;");
        return "<p>" + escaped.replaceAll("`([^`\n]+)`", "<code>$1</code>").replace("\n\n", "</p><p>") + "</p>";
    }
}
