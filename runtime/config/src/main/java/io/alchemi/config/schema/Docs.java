package io.alchemi.config.schema;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a record, its keys, their suggestions and the constants of its enums mean, in Markdown.
 *
 * <p>Apart from the description because a run that finds nothing wrong never needs it.
 */
public final class Docs {
    private final Map<String, String> texts;

    private Docs(Map<String, String> texts) {
        this.texts = texts;
    }

    /** Docs to be filled. */
    public static Docs empty() {
        return new Docs(new LinkedHashMap<>());
    }

    /** Of the record itself, or empty. */
    public String ofRecord() {
        return texts.getOrDefault("", "");
    }

    /** Of a key, or empty. */
    public String ofKey(String name) {
        return texts.getOrDefault(name, "");
    }

    /** Of a suggested value of a key, or empty. */
    public String ofSuggestion(String key, String value) {
        return texts.getOrDefault(key + "=" + value, "");
    }

    /** Of the constant of an enum by its name in YAML, or empty. */
    public String ofConstant(String enumType, String name) {
        return texts.getOrDefault(enumType + "=" + name, "");
    }

    /** Sets the text of the record itself. */
    public void putRecord(String text) {
        put("", text);
    }

    /** Sets the text of a key. */
    public void putKey(String name, String text) {
        put(name, text);
    }

    /** Sets the text of a suggested value of a key. */
    public void putSuggestion(String key, String value, String text) {
        put(key + "=" + value, text);
    }

    /** Sets the text of the constant of an enum by its name in YAML. */
    public void putConstant(String enumType, String name, String text) {
        put(enumType + "=" + name, text);
    }

    private void put(String about, String text) {
        if (!text.isEmpty()) {
            texts.put(about, text);
        }
    }

    /** Adds all texts of other docs. */
    public void putAll(Docs more) {
        texts.putAll(more.texts);
    }

    /** Returns true if there is no text. */
    public boolean isEmpty() {
        return texts.isEmpty();
    }

    /** The docs as one text, which {@link #read} reads: a line each, what it is about and the text. */
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

    /** Reads what {@link #write} wrote. */
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
