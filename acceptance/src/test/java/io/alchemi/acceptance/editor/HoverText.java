package io.alchemi.acceptance.editor;

import io.alchemi.config.diagnose.FirstSentence;
import io.alchemi.config.schema.Constraint;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.NumberConstraint;
import io.alchemi.config.schema.NumberText;
import io.alchemi.config.schema.StringPattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Converts Markdown to visible text, and defines what a hover must contain. */
final class HoverText {
    private static final Pattern ESCAPED = Pattern.compile("\\\\(\\p{Punct})");
    private static final Pattern MARKS = Pattern.compile("[`*]|&nbsp;");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private HoverText() {}

    /** Returns the text of Markdown, without formatting and with single spaces. */
    static String plain(String markdown) {
        String text = ESCAPED.matcher(markdown).replaceAll("$1").replace("&lt;", "<");
        return SPACE.matcher(MARKS.matcher(text).replaceAll("")).replaceAll(" ").strip();
    }

    /** Returns true if Markdown contains the beginning of a doc comment. */
    static boolean holds(String markdown, String doc) {
        return plain(markdown).contains(plain(FirstSentence.of(doc)));
    }

    /**
     * Returns which of docs, range, unit and default are missing in the hover of a key.
     *
     * @param doc the docs of the key
     * @param defaults spellings of the default, of which one is sufficient
     */
    static List<String> missing(String hover, KeySchema key, String doc, Collection<String> defaults) {
        List<String> missing = new ArrayList<>();
        String plain = plain(hover);
        if (!plain.contains(plain(doc))) {
            missing.add("docs '" + doc + "'");
        }
        for (Constraint constraint : key.constraints()) {
            for (String fact : facts(constraint, key)) {
                if (!plain.contains(plain(fact))) {
                    missing.add("'" + fact + "'");
                }
            }
        }
        if (!plain.contains(key.unit())) {
            missing.add("unit " + key.unit());
        }
        if (!defaults.isEmpty() && defaults.stream().noneMatch(value -> hasDefault(plain, value))) {
            missing.add("default " + defaults);
        }
        return missing;
    }

    private static boolean hasDefault(String plain, String value) {
        return Pattern.compile("(?i)default:? " + Pattern.quote(plain(value)))
                .matcher(plain)
                .find();
    }

    /** Returns the default of a key as YAML, or null if it has none. */
    static @Nullable String defaultOf(KeySchema key) {
        String text = key.defaultText();
        if (text != null && !text.isEmpty()) {
            return text;
        }
        return text != null || key.nullable() ? "null" : null;
    }

    private static List<String> facts(Constraint constraint, KeySchema key) {
        if (constraint instanceof NumberConstraint.Bounds bounds) {
            List<String> facts = new ArrayList<>();
            if (bounds.min() != Double.NEGATIVE_INFINITY) {
                facts.add((bounds.minExclusive() ? "> " : "≥ ") + NumberText.write(bounds.min()));
            }
            if (bounds.max() != Double.POSITIVE_INFINITY) {
                facts.add((bounds.maxExclusive() ? "< " : "≤ ") + NumberText.write(bounds.max()));
            }
            return facts;
        } else if (constraint instanceof StringPattern pattern
                && !pattern.describedAs().isEmpty()) {
            return List.of(pattern.describedAs());
        }
        String suffix = constraint.suffix(key.type());
        return suffix.isEmpty() ? List.of() : List.of(suffix.replaceFirst("^, ", ""));
    }
}
