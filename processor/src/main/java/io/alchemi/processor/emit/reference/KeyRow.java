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
import io.alchemi.config.schema.ValueType.RecordType;
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

    String write() {
        return "| " + Markdown.code(key.name()).replace("|", "\\|") + " | " + Markdown.cell(value()) + " | "
                + Markdown.cell(absent()) + " | " + Markdown.cell(meaning()) + " |\n";
    }

    /** What it may be. */
    private String value() {
        TextPattern pattern = key.pattern();
        String orNull = key.nullable() ? " or `null`" : "";
        if (pattern != null) {
            return Markdown.text(pattern.describedAs()) + orNull;
        }
        return type(key.type()) + Signature.bounds(key.bounds()).replace("<", "&lt;") + orNull;
    }

    private String type(ValueType type) {
        if (type instanceof RecordType section) {
            String heading = headings.of(place.schema().record(section));
            return Markdown.link(heading, heading);
        } else if (type instanceof ListType list) {
            return "list of " + type(list.item());
        } else if (type instanceof MapType map) {
            return "map of " + type(map.value());
        } else if (type instanceof EnumType constants) {
            List<String> names = new ArrayList<>();
            for (Constant constant : place.record().enumOf(constants).constants()) {
                names.add(Markdown.code(constant.name()));
            }
            return String.join(" | ", names);
        }
        return Signature.type(place.record(), type);
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
        while (type instanceof ListType || type instanceof MapType) {
            type = type instanceof ListType list ? list.item() : ((MapType) type).value();
        }
        TextPattern pattern = key.pattern();
        if (type instanceof EnumType constants) {
            EnumSchema all = place.record().enumOf(constants);
            for (Constant constant : all.constants()) {
                String spellings =
                        constant.aliases().isEmpty() ? "" : " (also " + Markdown.codes(constant.aliases()) + ")";
                choice(constant.name(), spellings, docs.ofConstant(all.type(), constant.name()), parts);
            }
            if (all.ignoreCase()) {
                parts.add("Letter case does not count.");
            }
        } else if (pattern != null) {
            for (String value : pattern.suggestions()) {
                choice(value, "", docs.ofSuggestion(key.name(), value), parts);
            }
        }
    }

    private static void choice(String value, String spellings, String doc, List<String> parts) {
        if (!doc.isEmpty() || !spellings.isEmpty()) {
            parts.add("• " + Markdown.code(value) + spellings + (doc.isEmpty() ? "" : " – " + Markdown.text(doc)));
        }
    }
}
