package io.alchemi.processor.emit.reference;

import io.alchemi.config.schema.Docs;
import io.alchemi.config.schema.EnumSchema;
import io.alchemi.config.schema.EnumSchema.Constant;
import io.alchemi.config.schema.FlagSchema;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.Requirement;
import io.alchemi.config.schema.Signature;
import io.alchemi.config.schema.StringPattern;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.AnyType;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.MapType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.ScalarType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.processor.emit.Markdown;
import io.alchemi.processor.emit.SchemaPath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes the table row of a key. */
final class KeyRow {
    private final SchemaPath place;
    private final KeySchema key;
    private final Docs docs;
    private final Headings headings;

    KeyRow(SchemaPath place, KeySchema key, Headings headings) {
        this.place = place;
        this.key = key;
        this.docs = place.schema().docs(place.record());
        this.headings = headings;
    }

    /** Returns the row of a key with its name. */
    String write() {
        return write(Markdown.code(key.name()));
    }

    /**
     * Returns the row.
     *
     * @param name the Markdown in the column of the key
     */
    String write(String name) {
        return "| " + name.replace("|", "\\|") + " | " + Markdown.cell(type()) + " | " + Markdown.cell(defaultValue())
                + " | " + Markdown.cell(description()) + " |\n";
    }

    /** Returns the type of the value. */
    private String type() {
        String type = key.type().accept(new Links()) + Signature.suffix(key);
        return key.nullable() ? Signature.orNull(type, "`null`") : type;
    }

    /** Writes types as Markdown with links to the headings of the page. */
    private final class Links implements ValueType.Visitor<String> {
        @Override
        public String visitScalar(ScalarType type) {
            String fileSchema = type.fileSchema();
            return fileSchema == null
                    ? Markdown.text(Signature.element(place.record(), key, type))
                    : "path of a file of schema " + Markdown.page(fileSchema);
        }

        @Override
        public String visitEnum(EnumType type) {
            List<String> names = new ArrayList<>();
            place.record().enumOf(type).names().forEach(name -> names.add(Markdown.code(name)));
            return String.join(" | ", names);
        }

        @Override
        public String visitList(ListType type) {
            return (type.unique() ? "set of " : "list of ") + type.item().accept(this);
        }

        @Override
        public String visitMap(MapType type) {
            EnumType names = type.keys();
            return "map of " + type.value().accept(this)
                    + (names == null ? Signature.byKind(type) : " by " + visitEnum(names));
        }

        @Override
        public String visitRecord(RecordType type) {
            String heading = headings.of(place.schema().record(type));
            return Markdown.link(heading, heading);
        }

        @Override
        public String visitUnion(UnionType type) {
            return Markdown.link(headings.of(type), headings.of(type));
        }

        @Override
        public String visitAny(AnyType type) {
            return AnyType.NOUN;
        }
    }

    /** Returns the default, or that the key is required. */
    private String defaultValue() {
        String defaultText = key.defaultText();
        if (defaultText != null) {
            return Markdown.code(defaultText.isEmpty() ? "null" : defaultText);
        } else if (key.nullable()) {
            Requirement requirement = key.requiredIf();
            return requirement == null
                    ? "`null`"
                    : "`null`; **required** if " + Markdown.code(requirement.key()) + " is "
                            + Markdown.code(requirement.value());
        }
        return place.requires(key) ? "**required**" : "";
    }

    /** Returns the doc, the allowed values, the option, the aliases and the example. */
    private String description() {
        List<String> parts = new ArrayList<>();
        String deprecated = key.deprecated();
        if (deprecated != null) {
            parts.add("**Deprecated**" + (deprecated.isEmpty() ? "" : ": " + Markdown.text(deprecated)));
        }
        parts.add(Markdown.text(docs.ofKey(key.name())));
        addValues(parts);
        FlagSchema flag = key.flag();
        if (flag != null) {
            String shortName = flag.shortName().isEmpty() ? "" : ", `-" + flag.shortName() + "`";
            parts.add("Option: `--" + flag.name() + "`" + shortName);
        }
        if (!key.aliases().isEmpty()) {
            parts.add("Also accepted: " + Markdown.codes(key.aliases()));
        }
        String example = key.exampleText();
        if (example != null && (!key.nullable() || key.requiredIf() != null) && key.defaultText() == null) {
            parts.add("Example: " + Markdown.code(example));
        }
        parts.removeIf(String::isEmpty);
        return String.join("\n\n", parts);
    }

    /** Adds the constants of its enums and the suggestions of its pattern. */
    private void addValues(List<String> parts) {
        Set<EnumType> enums = new LinkedHashSet<>(key.type().enums());
        enums.forEach(constants -> addConstants(constants, parts));
        StringPattern pattern = key.pattern();
        if (pattern != null) {
            for (String value : pattern.suggestions()) {
                addChoice(value, "", docs.ofSuggestion(key.name(), value), parts);
            }
        }
    }

    private void addConstants(EnumType constants, List<String> parts) {
        EnumSchema all = place.record().enumOf(constants);
        for (Constant constant : all.constants()) {
            String spellings = constant.aliases().isEmpty() ? "" : " (also " + Markdown.codes(constant.aliases()) + ")";
            addChoice(constant.name(), spellings, docs.ofConstant(all.type(), constant.name()), parts);
        }
        if (all.ignoreCase()) {
            parts.add("Case-insensitive.");
        }
    }

    private static void addChoice(String value, String spellings, String doc, List<String> parts) {
        if (!doc.isEmpty() || !spellings.isEmpty()) {
            parts.add("• " + Markdown.code(value) + spellings + (doc.isEmpty() ? "" : " – " + Markdown.text(doc)));
        }
    }
}
