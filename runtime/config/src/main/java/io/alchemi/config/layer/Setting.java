package io.alchemi.config.layer;

import io.alchemi.config.text.Document;
import org.jspecify.annotations.Nullable;

/**
 * Path and value from an argument or an environment variable.
 *
 * @param document the argument or variable as written
 * @param path the path
 * @param pathColumn column of the path in the document, from 1
 * @param value the value as text, or null if there is none
 * @param valueColumn column of the value in the document, from 1
 */
public record Setting(
        Document document,
        String path,
        int pathColumn,
        @Nullable String value,
        int valueColumn) {
    private static final String OPTION = "--set ";

    /** Creates a setting from the argument of a {@code --set}, for example {@code train.lr=0.1}. */
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

    /** Returns the index of the first equals sign outside quotes, or -1. */
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
     * Creates a setting from a command-line option.
     *
     * @param flag the option with its dashes
     * @param path path of its key
     * @param value the value as text
     */
    public static Setting ofFlag(String flag, String path, String value) {
        Document document = new Document(Document.Kind.FLAG, flag, flag + " " + value);
        return new Setting(document, path, 1, value, flag.length() + 2);
    }

    /**
     * Creates a setting from a positional argument.
     *
     * @param placeholder the name of the argument in usage lines
     * @param path path of its key
     * @param value the argument
     */
    public static Setting ofOperand(String placeholder, String path, String value) {
        return new Setting(new Document(Document.Kind.FLAG, placeholder, value), path, 1, value, 1);
    }

    /**
     * Creates a setting from an environment variable.
     *
     * @param variable name of the variable
     * @param path path of its key
     * @param value the value as text
     */
    static Setting ofVariable(String variable, String path, String value) {
        Document document = new Document(Document.Kind.VARIABLE, variable, variable + "=" + value);
        return new Setting(document, path, 1, value, variable.length() + 2);
    }

    /**
     * Creates a setting from a property.
     *
     * @param source name of the properties
     * @param property name of the property
     * @param path path of its key
     * @param value the value as text
     */
    static Setting ofProperty(String source, String property, String path, String value) {
        return new Setting(propertyDocument(source, property, value), path, 1, value, property.length() + 2);
    }

    /** Returns the path without the value, which may be a secret. */
    @Override
    public String toString() {
        return value == null ? "setting without a value" : "setting of " + path;
    }

    /** Returns the document of a property or of an entry of a map; the value is empty if it is not a scalar. */
    static Document propertyDocument(String source, String property, String value) {
        return new Document(Document.Kind.PROPERTY, property + " in " + source, property + "=" + value);
    }
}
