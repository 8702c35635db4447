package io.alchemi.config.schema;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The Markdown documentation of a record, its keys, their suggestions and the constants of its enums.
 *
 * <p>Kept apart from the schema because a run without problems never needs it.
 */
public final class Docs {
    private final Map<String, String> texts;

    private Docs(Map<String, String> texts) {
        this.texts = texts;
    }

    /** Creates empty docs. */
    public static Docs empty() {
        return new Docs(new LinkedHashMap<>());
    }

    /** Returns the docs of the record itself, or an empty string. */
    public String ofRecord() {
        return texts.getOrDefault("", "");
    }

    /** Returns the docs of a key, or an empty string. */
    public String ofKey(String name) {
        return texts.getOrDefault(name, "");
    }

    /** Returns the docs of a suggested value of a key, or an empty string. */
    public String ofSuggestion(String key, String value) {
        return texts.getOrDefault(key + "=" + value, "");
    }

    /** Returns the docs of an enum constant, given by its YAML name, or an empty string. */
    public String ofConstant(String enumType, String name) {
        return texts.getOrDefault(enumType + "=" + name, "");
    }

    /** Sets the docs of the record itself. */
    public void putRecord(String text) {
        put("", text);
    }

    /** Sets the docs of a key. */
    public void putKey(String name, String text) {
        put(name, text);
    }

    /** Sets the docs of a suggested value of a key. */
    public void putSuggestion(String key, String value, String text) {
        put(key + "=" + value, text);
    }

    /** Sets the docs of an enum constant, given by its YAML name. */
    public void putConstant(String enumType, String name, String text) {
        put(enumType + "=" + name, text);
    }

    private void put(String subject, String text) {
        if (!text.isEmpty()) {
            texts.put(subject, text);
        }
    }

    /** Adds all entries of other docs. */
    public void putAll(Docs more) {
        texts.putAll(more.texts);
    }

    /** Adds all entries of the docs of another record, except those of the record itself. */
    public void putKeys(Docs more) {
        for (Map.Entry<String, String> entry : more.texts.entrySet()) {
            if (!entry.getKey().isEmpty()) {
                texts.put(entry.getKey(), entry.getValue());
            }
        }
    }

    /** Returns true if there are no entries. */
    public boolean isEmpty() {
        return texts.isEmpty();
    }

    /** Returns the docs in the format of {@link #read}: one line for each entry, with its subject and its text. */
    public String write() {
        StringBuilder out = new StringBuilder();
        for (Map.Entry<String, String> entry : texts.entrySet()) {
            escape(entry.getKey(), out);
            out.append('\t');
            escape(entry.getValue(), out);
            out.append('\n');
        }
        return out.toString();
    }

    /** Parses the format of {@link #write}. */
    public static Docs read(String text) {
        Docs docs = empty();
        int at = 0;
        while (at < text.length()) {
            int tab = text.indexOf('\t', at);
            int end = text.indexOf('\n', tab);
            docs.texts.put(unescape(text.substring(at, tab)), unescape(text.substring(tab + 1, end)));
            at = end + 1;
        }
        return docs;
    }

    private static void escape(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\\' -> out.append("\\\\");
                default -> out.append(c);
            }
        }
    }

    private static String unescape(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                char escaped = text.charAt(++i);
                out.append(escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
