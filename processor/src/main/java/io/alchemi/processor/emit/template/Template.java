package io.alchemi.processor.emit.template;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RootSchema;
import io.alchemi.config.schema.RuleSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.SchemaFile;
import io.alchemi.config.schema.Signature;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.tree.YamlText;
import io.alchemi.processor.emit.SchemaPath;
import io.alchemi.processor.emit.YamlValue;
import io.alchemi.processor.emit.YamlValue.Entries;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes a description as a commented YAML file to start from. Unchanged, it loads as the defaults and the examples of the
 * required keys. Keys whose default is null are commented out with {@code #}; comments start with {@code #} and a space.
 */
public final class Template {
    static final String STEP = "  ";

    /** The most times that the keys of one type are written as comments, since types may contain each other. */
    private static final int MAX_REPEATS = 3;

    /** The most sections inside each other whose keys are written although they are null by default. */
    private static final int MAX_NULL_DEPTH = 4;

    private final Comments out = new Comments();
    private final Map<String, Integer> repeats = new HashMap<>();
    private int nullDepth;

    private Template() {}

    /** Returns the template of a root record with the default path of its JSON Schema: {@code schemas/ID.schema.json}. */
    public static String of(Schema schema) {
        Template template = new Template();
        template.head(schema);
        SchemaPath root = SchemaPath.root(schema);
        template.rules(root, "");
        template.keys(root, "", Set.of(root.record().type()), true, Map.of());
        return template.out.toString();
    }

    private void head(Schema schema) {
        RootSchema facts = schema.rootFacts();
        out.append(SchemaFile.header(SchemaFile.defaultPath(facts.id())));
        out.line("", "#");
        String doc = schema.docs(schema.root()).ofRecord();
        if (!doc.isEmpty()) {
            out.text("", doc);
            out.line("", "#");
        }
        out.text("", "Optional keys have their default and can be left out. Required keys have an example value.");
        out.text("", "A key that is commented out is null. Remove the # to set it.");
        out.line("", "#");
        out.line("", "# Check a file: alchemi validate FILE" + STEP + "(schema " + facts.id() + ")");
    }

    private void rules(SchemaPath place, String indent) {
        for (RuleSchema rule : place.record().rules()) {
            out.text(indent, "Rule: " + rule.sentence() + ".");
        }
    }

    /**
     * Writes the keys of a record, separated by empty lines. Omits deprecated keys: a new file does not need them, and loading
     * it would cause warnings.
     *
     * @param open the types of the enclosing records and unions
     * @param stated the values from an example of the whole record
     */
    void keys(SchemaPath place, String indent, Set<String> open, boolean spaced, Map<String, YamlValue> stated) {
        boolean first = !spaced;
        for (KeySchema key : place.keys()) {
            YamlValue value = stated.get(key.name());
            if (key.deprecated() != null && value == null && !place.requires(key)) {
                continue;
            }
            if (!first) {
                out.emptyLine(indent.indexOf('#') < 0 ? "" : indent);
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

    /**
     * Returns true if the keys of a value that is null by default are not written.
     *
     * @param open the types of the enclosing records and unions
     */
    boolean staysNull(String type, Set<String> open) {
        return open.contains(type) || nullDepth == MAX_NULL_DEPTH || isRepeated(type);
    }

    private boolean isRepeated(String what) {
        return repeats.merge(what, 1, Integer::sum) > MAX_REPEATS;
    }

    /** Writes the keys of a value that may be null by default. */
    void inNull(boolean off, Runnable keys) {
        nullDepth += off ? 1 : 0;
        keys.run();
        nullDepth -= off ? 1 : 0;
    }

    /** Returns the lines written so far. */
    Comments out() {
        return out;
    }

    private void section(SchemaPath place, KeySchema key, SchemaPath section, String indent, Set<String> open) {
        String type = section.record().type();
        String doc = place.schema().docs(place.record()).ofKey(key.name());
        text(indent, doc.isEmpty() ? place.schema().docs(section.record()).ofRecord() : doc);
        boolean off = isNullByDefault(place, key);
        if (off ? staysNull(type, open) : open.contains(type)) {
            out.line(indent, (off ? "#" : "") + YamlText.string(key.name()) + ": " + (off ? "null" : "{}"));
            return;
        }
        rules(section, indent);
        int start = out.length();
        Set<String> inside = new HashSet<>(open);
        inside.add(type);
        Map<String, YamlValue> stated = off || place.requires(key) ? stated(key.exampleText()) : Map.of();
        inNull(off, () -> keys(section, indent + STEP, inside, false, stated));
        String body = out.cut(start);
        // An empty value of a nullable section would be null instead of its default.
        boolean empty = !Comments.hasContent(body, indent)
                && !off
                && (key.nullable() || section.record().keys().isEmpty());
        String head = YamlText.string(key.name()) + ":" + (empty ? " {}" : "");
        out.line(indent, off ? "#" + head : head);
        if (!empty) {
            out.append(off ? Comments.commented(body, indent.length()) : body);
        }
    }

    private static Map<String, YamlValue> stated(@Nullable String example) {
        return example != null && YamlValue.read(example) instanceof Entries entries ? entries.values() : Map.of();
    }

    private void value(SchemaPath place, KeySchema key, String indent) {
        described(indent, place, key);
        ValueType entry = key.type().leaf();
        boolean known = (entry instanceof RecordType record && isRepeated("entries of " + record.type()))
                || (entry instanceof UnionType union && isRepeated("entries of " + union.type()));
        if (!known) {
            Details.write(place, key, indent, out);
        }
        boolean off = isNullByDefault(place, key);
        String line = (off ? "#" : "") + YamlText.string(key.name()) + ": " + valueText(place, key, off);
        out.line(indent, line);
    }

    /** Writes the doc and the signature of a key. Behind a value, a comment would keep editors from completing the value. */
    void described(String indent, SchemaPath place, KeySchema key) {
        text(indent, place.schema().docs(place.record()).ofKey(key.name()));
        out.text(indent, Signature.of(place.record(), key));
    }

    /** Writes a doc as a comment, if there is one. */
    void text(String indent, String doc) {
        if (!doc.isEmpty()) {
            out.text(indent, doc);
        }
    }

    private void line(SchemaPath place, KeySchema key, String indent, String text) {
        described(indent, place, key);
        out.line(indent, YamlText.string(key.name()) + ": " + text);
    }

    /** Returns true if a missing key is null, so that the template comments it out. */
    static boolean isNullByDefault(SchemaPath place, KeySchema key) {
        YamlValue given = place.given(key);
        String text = key.defaultText();
        if (given == null) {
            return key.nullable() && (text == null || YamlValue.isNull(text)) && !place.isRequiredByDefault(key);
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
