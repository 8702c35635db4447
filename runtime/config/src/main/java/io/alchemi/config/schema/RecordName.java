package io.alchemi.config.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The name of a record, as descriptions refer to it. That of a generic record includes its type arguments, so that each application is
 * a record of its own: {@code lab.Range<java.lang.Integer>}.
 *
 * @param name qualified name of the class, of a primitive, or of either with {@code []} for arrays
 * @param arguments the type arguments, none if the class is not generic
 */
public record RecordName(String name, List<RecordName> arguments) {
    private static final String ARRAY = "[]";

    /**
     * Parses a name.
     *
     * @throws IllegalArgumentException if the brackets do not match
     */
    public static RecordName of(String text) {
        int open = text.indexOf('<');
        if (open < 0) {
            return new RecordName(text, List.of());
        } else if (!text.endsWith(">")) {
            throw new IllegalArgumentException("not a name of a type: " + text);
        }
        List<RecordName> arguments = new ArrayList<>();
        int start = open + 1;
        int depth = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            if ((depth == 0 && c == ',') || depth < 0) {
                arguments.add(of(text.substring(start, i)));
                start = i + 1;
            }
        }
        return new RecordName(text.substring(0, open), arguments);
    }

    /** Returns the part of a name that is an identifier: {@code Range}, or {@code RangeOfInteger} for a generic record. */
    public static String simple(String text) {
        return text.indexOf('<') < 0 ? lastPart(text) : of(text).simple();
    }

    /** Returns the name as an identifier. */
    private String simple() {
        String own = lastPart(name);
        if (own.endsWith(ARRAY)) {
            return "ArrayOf" + new RecordName(own.substring(0, own.length() - ARRAY.length()), arguments).simple();
        }
        String capitalized = own.substring(0, 1).toUpperCase(Locale.ROOT) + own.substring(1);
        return arguments.isEmpty() ? capitalized : own + "Of" + joined(Form.SIMPLE, "And");
    }

    /** Returns the name with packages and without brackets: {@code lab.RangeOf.java.lang.Integer}. Different types differ. */
    public String qualified() {
        return arguments.isEmpty() ? name.replace(ARRAY, "Array") : name + "Of." + joined(Form.QUALIFIED, "And.");
    }

    /** Returns the name without packages and enclosing types, as in Java source: {@code Range<Integer>}. */
    public String java() {
        return arguments.isEmpty() ? lastPart(name) : lastPart(name) + "<" + joined(Form.JAVA, ", ") + ">";
    }

    @Override
    public String toString() {
        return arguments.isEmpty() ? name : name + "<" + joined(Form.WHOLE, ",") + ">";
    }

    private enum Form {
        SIMPLE,
        QUALIFIED,
        JAVA,
        WHOLE
    }

    /** Returns the type arguments in a form. Without streams and lambdas, whose classes a start would load. */
    private String joined(Form form, String separator) {
        StringBuilder out = new StringBuilder();
        for (RecordName argument : arguments) {
            out.append(out.length() == 0 ? "" : separator).append(argument.in(form));
        }
        return out.toString();
    }

    private String in(Form form) {
        return switch (form) {
            case SIMPLE -> simple();
            case QUALIFIED -> qualified();
            case JAVA -> java();
            case WHOLE -> toString();
        };
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
