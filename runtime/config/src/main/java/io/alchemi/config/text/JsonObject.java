package io.alchemi.config.text;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Mutable JSON object that preserves the order of its members. */
public final class JsonObject {
    /** The JSON literal null. */
    public static final Literal NULL = new Literal("null");

    private final Map<String, Object> members = new LinkedHashMap<>();

    /** Creates an empty object. */
    public JsonObject() {}

    /**
     * Literal that is written without quotes: a number or null.
     *
     * @param text the literal
     */
    public record Literal(String text) {}

    /**
     * Sets a member.
     *
     * @param value a String, Boolean, {@link Literal}, JsonObject or a List of these
     */
    public JsonObject put(String name, Object value) {
        members.put(name, value);
        return this;
    }

    /** Sets a member to a string, or to null. */
    public JsonObject putOrNull(String name, @Nullable String text) {
        return put(name, text == null ? NULL : text);
    }

    /** Sets a member to an integer. */
    public JsonObject put(String name, int value) {
        return put(name, new Literal(Integer.toString(value)));
    }

    /** Sets a member unless its value is empty. */
    public JsonObject putText(String name, String text) {
        return text.isEmpty() ? this : put(name, text);
    }

    /** Copies all members of another object. */
    public JsonObject putAll(JsonObject other) {
        members.putAll(other.members);
        return this;
    }

    /** Returns true if the object has a member with this name. */
    public boolean has(String name) {
        return members.containsKey(name);
    }

    /** Returns true if the object has no members. */
    public boolean isEmpty() {
        return members.isEmpty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonObject object && members.equals(object.members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    /** Returns the object as indented JSON with a trailing line break. */
    public String write() {
        StringBuilder out = new StringBuilder();
        write(this, "\n", out);
        return out.append('\n').toString();
    }

    private static void write(Object value, String newLine, StringBuilder out) {
        if (value instanceof JsonObject object) {
            object.writeMembers(newLine, out);
        } else if (value instanceof List<?> items) {
            writeItems(items, newLine, out);
        } else if (value instanceof Literal literal) {
            out.append(literal.text());
        } else if (value instanceof String text) {
            quote(text, out);
        } else {
            out.append(value);
        }
    }

    private void writeMembers(String newLine, StringBuilder out) {
        out.append('{');
        Iterator<Map.Entry<String, Object>> all = members.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<String, Object> member = all.next();
            out.append(newLine).append("  ");
            quote(member.getKey(), out);
            out.append(": ");
            write(member.getValue(), newLine + "  ", out);
            out.append(all.hasNext() ? "," : newLine);
        }
        out.append('}');
    }

    private static void writeItems(List<?> items, String newLine, StringBuilder out) {
        boolean nested = !items.isEmpty() && items.get(0) instanceof JsonObject;
        out.append('[');
        for (int i = 0; i < items.size(); i++) {
            out.append(i == 0 ? "" : nested ? "," : ", ").append(nested ? newLine + "  " : "");
            write(items.get(i), newLine + "  ", out);
        }
        out.append(nested ? newLine : "").append(']');
    }

    /** Returns true for control characters, and for those by which untrusted text could manipulate a terminal. */
    private static boolean isEscaped(char c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }

    /** Returns a JSON string, with its quotes. */
    public static String quote(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2);
        quote(text, out);
        return out.toString();
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (isEscaped(c)) {
                        out.append("\\u").append(Integer.toHexString(0x10000 | c), 1, 5);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
