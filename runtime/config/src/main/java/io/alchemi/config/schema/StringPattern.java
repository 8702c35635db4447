package io.alchemi.config.schema;

import io.alchemi.config.diagnose.DiagnosticId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Requires a string to match a regular expression.
 *
 * @param regex the regular expression for the whole string
 * @param describedAs a noun for matching strings, for messages
 * @param suggestions values that editors and shells offer; {@link Docs} describes them
 */
public record StringPattern(String regex, String describedAs, List<String> suggestions) implements Constraint {
    /** Compiling takes longer than matching, and most schemas have one pattern, that of the device. */
    private static volatile @Nullable Pattern latest;

    static @Nullable StringPattern read(String keyword, Operands operands) {
        if (!keyword.equals("matches")) {
            return null;
        }
        String regex = operands.next();
        String describedAs = operands.next();
        List<String> suggestions = new ArrayList<>();
        while (operands.takes("suggest")) {
            suggestions.add(operands.next());
        }
        return new StringPattern(regex, describedAs, suggestions);
    }

    @Override
    public boolean appliesTo(ValueType type) {
        ScalarKind kind = type.leafKind();
        return ScalarKind.isAnyString(kind) || kind == ScalarKind.URI || (kind != null && kind.isPath());
    }

    @Override
    public String applicableTypes() {
        return "a String, a Path or a URI";
    }

    @Override
    public List<String> text() {
        List<String> text = new ArrayList<>(List.of("matches", regex, describedAs));
        for (String suggestion : suggestions) {
            text.add("suggest");
            text.add(suggestion);
        }
        return text;
    }

    @Override
    public DiagnosticId violation() {
        return DiagnosticId.NO_MATCH;
    }

    /** Compares with the suggestions first, which the processor has matched: regular expressions slow down every start. */
    @Override
    public boolean allows(String string) {
        if (suggestions.contains(string)) {
            return true;
        }
        Pattern pattern = latest;
        if (pattern == null || !pattern.pattern().equals(regex)) {
            pattern = Pattern.compile(regex);
            latest = pattern;
        }
        return pattern.matcher(string).matches();
    }

    @Override
    public String requirement() {
        return "must be " + describedAs;
    }

    @Override
    public String qualify(String noun) {
        return describedAs;
    }

    @Override
    public String fact(ValueType type) {
        return "";
    }

    /** Throws an exception, because no regular expression describes the intersection of two. */
    @Override
    public StringPattern and(Constraint other) {
        throw new IllegalArgumentException("a string can have only one pattern");
    }

    /** Returns null: a pattern that no string matches cannot be detected, and the processor checks the syntax. */
    @Override
    public @Nullable Contradiction contradiction(String component, ValueType type) {
        return null;
    }
}
