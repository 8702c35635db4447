package io.alchemi.processor.emit.template;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Signature;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.schema.ValueType.UnionType.Branch;
import io.alchemi.config.tree.YamlText;
import io.alchemi.processor.emit.BranchForm;
import io.alchemi.processor.emit.SchemaPath;
import io.alchemi.processor.emit.UnionPath;
import io.alchemi.processor.emit.YamlValue;
import io.alchemi.processor.emit.YamlValue.Entries;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes a union: the branch of its default or example, and the other branches as comments. */
final class Branches {
    private final Template template;
    private final Comments out;
    private final SchemaPath place;
    private final KeySchema key;
    private final UnionType type;
    private final UnionPath union;
    private final Set<String> open;

    Branches(Template template, SchemaPath place, KeySchema key, UnionType type, Set<String> open) {
        this.template = template;
        this.out = template.out();
        this.place = place;
        this.key = key;
        this.type = type;
        this.union = place.union(key, type);
        this.open = open;
    }

    void write(String indent) {
        template.described(indent, place, key);
        boolean off = Template.isNullByDefault(place, key);
        if (off && template.staysNull(type.type(), open)) {
            out.line(indent, "#" + head() + " null");
            return;
        }
        YamlValue value = off ? null : value();
        Branch stated = value == null ? null : union.branchOf(value);
        Branch shown = stated == null ? simplest() : stated;
        int start = out.length();
        if (type.isBare(shown)) {
            String text = value == null ? sample(shown) : value.write();
            out.line(indent, head() + " " + text);
        } else {
            template.inNull(off, () -> section(shown, indent, value));
        }
        if (off) {
            out.append(Comments.commented(out.cut(start), indent.length()));
        }
        // Listing them inside another branch as well would be too long.
        if (indent.indexOf('#') < 0) {
            others(shown, indent);
        }
    }

    private String head() {
        return YamlText.string(key.name()) + ":";
    }

    /** Returns the default, otherwise the example, or null if the key has neither. */
    private @Nullable YamlValue value() {
        String text = key.defaultText() == null ? key.exampleText() : key.defaultText();
        return text == null ? null : YamlValue.read(text);
    }

    /** Returns the branch that takes the fewest lines. */
    private Branch simplest() {
        for (String kind : List.of(UnionType.SCALAR, UnionType.SEQUENCE)) {
            Branch branch = type.isByKind() ? type.branch(kind) : null;
            if (branch != null) {
                return branch;
            }
        }
        return type.branches().get(0);
    }

    private String sample(Branch branch) {
        KeySchema only = union.alone(branch);
        String example = only.exampleText();
        return example == null
                ? Details.firstChoice(union.branch(branch), only)
                : YamlValue.read(example).write();
    }

    private void section(Branch branch, String indent, @Nullable YamlValue value) {
        Map<String, YamlValue> stated = new LinkedHashMap<>();
        if (key.defaultText() == null && value instanceof Entries example) {
            stated.putAll(example.values());
            stated.remove(type.discriminator());
        }
        int start = out.length();
        keys(branch, indent, stated);
        String body = out.cut(start);
        boolean empty = !Comments.hasContent(body, indent);
        out.line(indent, head() + (empty ? " {}" : ""));
        out.append(empty ? "" : body);
    }

    private void keys(Branch branch, String indent, Map<String, YamlValue> stated) {
        String inner = indent + Template.STEP;
        if (type.hasSeveral(UnionType.MAPPING) || !type.isByKind()) {
            RecordSchema record = union.schema().record(branch.record());
            template.text(inner, union.schema().docs(record).ofRecord());
        }
        if (!type.isByKind()) {
            out.line(inner, type.discriminator() + ": " + YamlText.string(branch.tag()));
        }
        Set<String> inside = new HashSet<>(open);
        inside.add(type.type());
        inside.add(branch.record().type());
        template.keys(union.branch(branch), inner, inside, !type.isByKind(), stated);
    }

    private void others(Branch shown, String indent) {
        String inner = indent + "#";
        for (Branch branch : type.branches()) {
            if (branch.equals(shown)) {
                continue;
            }
            boolean bare = type.isBare(branch);
            String which = type.isByKind()
                    ? "as " + BranchForm.withArticle(union.schema(), type, branch)
                    : "with " + type.discriminator() + " " + branch.tag();
            if (bare) {
                String signature = Signature.type(union.schema().record(branch.record()), union.alone(branch));
                out.text(indent, "Or " + which + " (" + signature + "):");
                out.line(inner, head() + " " + sample(branch));
            } else {
                out.text(indent, "Or " + which + ":");
                out.line(inner, head());
                keys(branch, inner, Map.of());
            }
        }
    }
}
