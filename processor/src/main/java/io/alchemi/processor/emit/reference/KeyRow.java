package io.alchemi.processor.emit.reference;

import io.alchemi.config.diagnose.Signature;
import io.alchemi.config.schema.Docs;
import io.alchemi.config.schema.EnumSchema;
import io.alchemi.config.schema.EnumSchema.Constant;
import io.alchemi.config.schema.FlagSchema;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.TextPattern;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.MapType;
import io.alchemi.config.schema.ValueType.PathType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.processor.emit.Markdown;
import io.alchemi.processor.emit.Place;
import java.util.ArrayList;
import java.util.List;

/** One key as a row of its record's table. */
final class KeyRow {
    private final Place place;
    private final KeySchema key;
    private final Docs docs;
    private final Headings headings;

    KeyRow(Place place, KeySchema key, Headings headings) {
        this.place = place;
        this.key = key;
        this.docs = place.schema().docs(place.record());
        this.headings = headings;
    }

    /** The row of a key that is written by its name. */
    String write() {
        return write(Markdown.code(key.name()));
    }

    /**
     * The row.
     *
     * @param name what stands for the key
     */
    String write(String name) {
        return "| " + name.replace("|", "\\|") + " | " + Markdown.cell(value()) + " | " + Markdown.cell(absent())
                + " | " + Markdown.cell(meaning()) + " |\n";
    }

    /** What it may be. */
    private String value() {
        String type = type(key.type()) + Signature.length(key);
        boolean clear = type.indexOf(',') < 0 && !type.contains(" such as ");
        return key.nullable() ? type + (clear ? " or `null`" : ", or `null`") : type;
    }

    private String type(ValueType type) {
        if (type instanceof RecordType section) {
            String heading = headings.of(place.schema().record(section));
            return Markdown.link(heading, heading);
        } else if (type instanceof UnionType union) {
            return Markdown.link(headings.of(union), headings.of(union));
        } else if (type instanceof ListType list) {
            return (list.unique() ? "set of " : "list of ") + type(list.item());
        } else if (type instanceof MapType map) {
            EnumType names = map.keys();
            return "map of " + type(map.value()) + (names == null ? "" : " by " + constants(names));
        } else if (type instanceof EnumType constants) {
            return constants(constants);
        } else if (type instanceof PathType path && path.schema() != null) {
            return "path of a file of schema " + Markdown.page(path.schema());
        }
        return Markdown.text(Signature.element(place.record(), key, type));
    }

    private String constants(EnumType constants) {
        List<String> names = new ArrayList<>();
        for (Constant constant : place.record().enumOf(constants).constants()) {
            names.add(Markdown.code(constant.name()));
        }
        return String.join(" | ", names);
    }

    /** What an absent key means. */
    private String absent() {
        String defaultText = key.defaultText();
        if (defaultText != null) {
            return Markdown.code(defaultText.isEmpty() ? "null" : defaultText);
        } else if (key.nullable()) {
            return "`null`";
        }
        return place.requires(key) ? "**required**" : "";
    }

    /** Its doc, then what a user may write for it and where else. */
    private String meaning() {
        List<String> parts = new ArrayList<>();
        String deprecated = key.deprecated();
        if (deprecated != null) {
            parts.add("**Deprecated**" + (deprecated.isEmpty() ? "" : ": " + Markdown.text(deprecated)));
        }
        parts.add(Markdown.text(docs.ofKey(key.name())));
        values(parts);
        FlagSchema flag = key.flag();
        if (flag != null) {
            String shortName = flag.shortName().isEmpty() ? "" : ", `-" + flag.shortName() + "`";
            parts.add("Flag: `--" + flag.name() + "`" + shortName);
        }
        if (!key.aliases().isEmpty()) {
            parts.add("Also accepted: " + Markdown.codes(key.aliases()));
        }
        String example = key.exampleText();
        if (example != null && !key.nullable() && key.defaultText() == null) {
            parts.add("Example: " + Markdown.code(example));
        }
        parts.removeIf(String::isEmpty);
        return String.join("\n\n", parts);
    }

    private void values(List<String> parts) {
        ValueType type = key.type();
        EnumType names = type instanceof MapType map ? map.keys() : null;
        if (names != null) {
            constants(names, parts);
        }
        while (type instanceof ListType || type instanceof MapType) {
            type = type instanceof ListType list ? list.item() : ((MapType) type).value();
        }
        TextPattern pattern = key.pattern();
        if (type instanceof EnumType constants) {
            if (!constants.equals(names)) {
                constants(constants, parts);
            }
        } else if (pattern != null) {
            for (String value : pattern.suggestions()) {
                choice(value, "", docs.ofSuggestion(key.name(), value), parts);
            }
        }
    }

    private void constants(EnumType constants, List<String> parts) {
        EnumSchema all = place.record().enumOf(constants);
        for (Constant constant : all.constants()) {
            String spellings = constant.aliases().isEmpty() ? "" : " (also " + Markdown.codes(constant.aliases()) + ")";
            choice(constant.name(), spellings, docs.ofConstant(all.type(), constant.name()), parts);
        }
        if (all.ignoreCase()) {
            parts.add("Letter case does not count.");
        }
    }

    private static void choice(String value, String spellings, String doc, List<String> parts) {
        if (!doc.isEmpty() || !spellings.isEmpty()) {
            parts.add("• " + Markdown.code(value) + spellings + (doc.isEmpty() ? "" : " – " + Markdown.text(doc)));
        }
    }
}
