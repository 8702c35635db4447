package io.alchemi.config.layer;

import io.alchemi.config.text.Document;
import org.jspecify.annotations.Nullable;

/**
 * A value at a path, as arguments and variables state it.
 *
 * @param document the argument or variable as it was written
 * @param path the path
 * @param pathColumn where the path stands in the document, from 1
 * @param value the value's text, or null if there is none
 * @param valueColumn where the value stands in the document, from 1
 */
public record Setting(
        Document document,
        String path,
        int pathColumn,
        @Nullable String value,
        int valueColumn) {
    private static final String OPTION = "--set ";

    /** The argument of a {@code --set}: {@code train.lr=0.1}. */
    public static Setting ofArgument(String argument) {
        Document document = new Document(Document.Kind.SET, OPTION + argument, OPTION + argument);
        int equals = indexOfEquals(argument);
        return equals < 0
                ? new Setting(document, argument, OPTION.length() + 1, null, OPTION.length() + 1)
                : new Setting(
                        document,
                        argument.substring(0, equals),
                        OPTION.length() + 1,
                        argument.substring(equals + 1),
                        OPTION.length() + equals + 2);
    }

    /** The first equals sign outside of quotes. */
    private static int indexOfEquals(String argument) {
        boolean quoted = false;
        for (int i = 0; i < argument.length(); i++) {
            char c = argument.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '=' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    /**
     * The value of a typed flag.
     *
     * @param flag the flag with its dashes
     * @param path the path of its key
     * @param value the value's text
     */
    public static Setting ofFlag(String flag, String path, String value) {
        Document document = new Document(Document.Kind.FLAG, flag, flag + " " + value);
        return new Setting(document, path, 1, value, flag.length() + 2);
    }

    /**
     * The value of an environment variable.
     *
     * @param variable its name
     * @param path the path of its key
     * @param value the value's text
     */
    static Setting ofVariable(String variable, String path, String value) {
        Document document = new Document(Document.Kind.VARIABLE, variable, variable + "=" + value);
        return new Setting(document, path, 1, value, variable.length() + 2);
    }
}
