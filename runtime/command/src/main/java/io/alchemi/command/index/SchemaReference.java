package io.alchemi.command.index;

import io.alchemi.config.schema.SchemaFile;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Reference to a JSON Schema in a file: a comment for editors before the first key, or the key {@code $schema} at the root.
 *
 * @param place its location
 * @param target the path or URL
 */
record SchemaReference(SourceLocation place, String target) {
    private static final String KEY = "$schema";

    /** Returns the first reference in a file, or null if there is none. */
    static @Nullable SchemaReference in(Document document) {
        String text = document.text();
        if (!text.contains(KEY)) {
            return null;
        }
        boolean isBeforeKeys = true;
        int number = 1;
        for (int start = 0; start < text.length(); number++) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            String line = text.substring(start, end);
            int at = line.startsWith("#") && !isBeforeKeys ? -1 : startOfTarget(line);
            if (at >= 0) {
                return of(document, number, line, at);
            }
            isBeforeKeys &= line.isBlank() || line.startsWith("#") || line.startsWith("---") || line.startsWith("{");
            start = end + 1;
        }
        return null;
    }

    /** Returns the index of the target in a line, or -1 if the line has no reference. */
    private static int startOfTarget(String line) {
        int at = skip(line, 0, "#{ \t");
        if (line.startsWith("#")) {
            if (line.startsWith("yaml-language-server:", at)) {
                int key = line.indexOf(KEY + "=", at);
                return key < 0 ? -1 : key + KEY.length() + 1;
            }
            int colon = at + (line.startsWith(SchemaFile.ID_KEY, at) ? SchemaFile.ID_KEY : KEY).length();
            return line.startsWith(KEY, at) && line.startsWith(":", colon) ? skip(line, colon + 1, " \t") : -1;
        }
        char quote = at < line.length() ? line.charAt(at) : ' ';
        boolean isQuoted = quote == '"' || quote == '\'';
        boolean isRootKey = at == 0 || line.startsWith("{") || quote == '"'; // The keys of a JSON file are indented.
        String key = isQuoted ? quote + KEY + quote : KEY;
        int colon = skip(line, at + key.length(), " \t");
        return isRootKey && line.startsWith(key, at) && line.startsWith(":", colon) ? skip(line, colon + 1, " \t") : -1;
    }

    private static int skip(String line, int from, String characters) {
        int at = from;
        while (at < line.length() && characters.indexOf(line.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static SchemaReference of(Document document, int number, String line, int start) {
        char quote = start < line.length() ? line.charAt(start) : ' ';
        boolean isQuoted = quote == '"' || quote == '\'';
        int from = isQuoted ? start + 1 : start;
        int end = from;
        while (end < line.length() && (isQuoted ? line.charAt(end) != quote : line.charAt(end) > ' ')) {
            end++;
        }
        int column = line.codePointCount(0, start) + 1;
        int width = Math.max(1, line.codePointCount(from, end) + (isQuoted ? 2 : 0));
        Span span = new Span(number, column, number, column + width);
        String target = line.substring(from, end);
        boolean isId = line.contains(SchemaFile.ID_KEY + ":");
        return new SchemaReference(new SourceLocation(document, span), isId ? SchemaFile.name(target) : target);
    }

    /** Returns true if the target is on another machine. */
    boolean isRemote() {
        return target.contains("://") && !target.startsWith("file:");
    }

    /** Returns the id of a schema of Alchemi from the name of the target, or null if it has another form. */
    @Nullable
    String id() {
        return SchemaFile.id(target.substring(Math.max(target.lastIndexOf('/'), target.lastIndexOf('\\')) + 1));
    }
}
