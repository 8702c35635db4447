package io.alchemi.processor.emit.template;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RootSchema;
import io.alchemi.config.schema.RuleSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.Signature;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.tree.YamlText;
import io.alchemi.processor.emit.SchemaPath;
import io.alchemi.processor.emit.YamlValue;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A description as a commented YAML file to start from. Loaded as it is, it equals the defaults with the examples of the
 * required keys. A key whose default is null stands behind a {@code #} without a blank, texts stand behind one with a blank.
 */
public final class Template {
    static final String STEP = "  ";

    private final Comments out = new Comments();

    private Template() {}

    /** The template of a root with the usual place of its JSON Schema: {@code schemas/ID.schema.json} beside the file. */
    public static String of(Schema schema) {
        return of(schema, "schemas/" + schema.rootFacts().id() + ".schema.json");
    }

    /**
     * The template of a root.
     *
     * @param schemaFile the JSON Schema, relative to the folder of the file
     */
    public static String of(Schema schema, String schemaFile) {
        Template template = new Template();
        template.head(schema, schemaFile);
        SchemaPath root = SchemaPath.root(schema, Set.of());
        template.rules(root, "");
        template.keys(root, "", Set.of(root.record().type()), true, Map.of());
        return template.out.toString();
    }

    private void head(Schema schema, String schemaFile) {
        RootSchema facts = schema.rootFacts();
        // Both forms: the language server of most editors reads the first, JetBrains the second.
        out.line("", "# yaml-language-server: $schema=" + schemaFile);
        out.line("", "# $schema: " + schemaFile);
        out.line("", "#");
        String doc = schema.docs(schema.root()).ofRecord();
        if (!doc.isEmpty()) {
            out.text("", doc);
            out.line("", "#");
        }
        out.text(
                "",
                "Each key stands here with its default, and may be left out. A required key has an example instead.");
        out.text("", "A key behind # is null unless the # is taken away.");
        out.line("", "#");
        out.line("", "# Check a file: alchemi validate FILE" + STEP + "(schema " + facts.id() + ")");
    }

    private void rules(SchemaPath place, String indent) {
        for (RuleSchema rule : place.record().rules()) {
            out.text(indent, "Rule: " + rule.sentence() + ".");
        }
    }

    /**
     * Writes the keys of a record with a blank line between them. Keys that should no longer be used are left out: a new file has
     * no use for them, and loading it would warn.
     *
     * @param open the types that are being written around this record
     * @param stated values that an example of the whole record gives
     */
    void keys(SchemaPath place, String indent, Set<String> open, boolean spaced, Map<String, YamlValue> stated) {
        boolean first = !spaced;
        for (KeySchema key : place.keys()) {
            YamlValue value = stated.get(key.name());
            if (key.deprecated() != null && value == null && !place.requires(key)) {
                continue;
            }
            if (!first) {
                out.blank(indent.indexOf('#') < 0 ? "" : indent);
            }
            first = false;
            SchemaPath section = place.section(key);
            if (value != null) {
                line(place, key, indent, value.write());
            } else if (section != null) {
                section(place, key, section, indent, open);
            } else if (key.type() instanceof UnionType type) {
                new Branches(this, place, key, type, open).write(indent);
            } else {
                value(place, key, indent);
            }
        }
    }

    /** What has been written so far. */
    Comments out() {
        return out;
    }

    private void section(SchemaPath place, KeySchema key, SchemaPath section, String indent, Set<String> open) {
        String type = section.record().type();
        String doc = place.schema().docs(place.record()).ofKey(key.name());
        text(indent, doc.isEmpty() ? place.schema().docs(section.record()).ofRecord() : doc);
        boolean off = isNullByDefault(place, key);
        if (open.contains(type)) {
            out.line(indent, (off ? "#" : "") + YamlText.string(key.name()) + ": " + (off ? "null" : "{}"));
            return;
        }
        rules(section, indent);
        int start = out.length();
        Set<String> inside = new HashSet<>(open);
        inside.add(type);
        keys(section, indent + STEP, inside, false, Map.of());
        String body = out.cut(start);
        // An empty value of a nullable section would be null, not its default.
        boolean empty = !Comments.hasContent(body, indent)
                && !off
                && (key.nullable() || section.record().keys().isEmpty());
        String head = YamlText.string(key.name()) + ":" + (empty ? " {}" : "");
        out.line(indent, off ? "#" + head : head);
        if (!empty) {
            out.append(off ? Comments.commented(body, indent.length()) : body);
        }
    }

    private void value(SchemaPath place, KeySchema key, String indent) {
        String doc = place.schema().docs(place.record()).ofKey(key.name());
        text(indent, doc);
        Details.write(place, key, indent, out);
        boolean off = isNullByDefault(place, key);
        String line = (off ? "#" : "") + YamlText.string(key.name()) + ": " + valueText(place, key, off);
        out.explained(indent, line, Signature.of(place.record(), key));
    }

    /** A doc as a comment, if there is one. */
    void text(String indent, String doc) {
        if (!doc.isEmpty()) {
            out.text(indent, doc);
        }
    }

    private void line(SchemaPath place, KeySchema key, String indent, String text) {
        String doc = place.schema().docs(place.record()).ofKey(key.name());
        text(indent, doc);
        out.explained(indent, YamlText.string(key.name()) + ": " + text, Signature.of(place.record(), key));
    }

    /** Whether a key is null when it is absent, so that it stands behind a mark. */
    static boolean isNullByDefault(SchemaPath place, KeySchema key) {
        YamlValue given = place.given(key);
        String text = key.defaultText();
        if (given == null) {
            return key.nullable() && (text == null || YamlValue.isNull(text));
        }
        return given instanceof YamlValue.Scalar scalar && scalar.isNull();
    }

    private static String valueText(SchemaPath place, KeySchema key, boolean off) {
        String text = off ? null : key.defaultText();
        if (text == null) {
            text = key.exampleText();
        }
        if (text == null) {
            return off ? Details.firstChoice(place, key) : "";
        }
        return YamlText.isPrintable(text) ? text : YamlValue.read(text).write();
    }
}
