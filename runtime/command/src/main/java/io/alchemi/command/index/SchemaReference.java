package io.alchemi.command.index;

import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.schema.SchemaFile;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.Limits;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.text.Span;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.Scalar;
import io.alchemi.config.tree.YamlReader;
import org.jspecify.annotations.Nullable;

/**
 * Reference to a JSON Schema in a file: a comment for editors before the first key, or the key {@code $schema} at the root.
 *
 * @param place its location
 * @param target the path or URL
 */
record SchemaReference(SourceLocation place, String target) {
    private static final String KEY = "$schema";

    /**
     * Returns the reference in a file, or null if there is none.
     *
     * @throws ConfigException if the file may have the key, but is not valid YAML
     */
    static @Nullable SchemaReference in(Document document) {
        if (!document.text().contains(KEY)) {
            return null;
        }
        SchemaReference header = inHeader(document);
        return header == null ? atRoot(document) : header;
    }

    private static @Nullable SchemaReference inHeader(Document document) {
        String text = document.text();
        int number = 1;
        for (int start = 0; start < text.length(); number++) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            String line = text.substring(start, end);
            if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("---")) {
                return null;
            }
            int at = startOfTarget(line);
            if (at >= 0) {
                return of(document, number, line, at);
            }
            start = end + 1;
        }
        return null;
    }

    private static @Nullable SchemaReference atRoot(Document document) {
        Diagnostics problems = new Diagnostics();
        Node tree = YamlReader.read(document, Limits.DEFAULT, problems);
        if (tree == null) {
            throw new ConfigException(problems.sorted());
        }
        Node stated = tree instanceof Mapping root ? root.get(KEY) : null;
        return stated == null
                ? null
                : new SchemaReference(stated.place(), stated instanceof Scalar target ? target.text() : "");
    }

    /** Returns the index of the target in a line, or -1 if the line is no comment with a reference. */
    private static int startOfTarget(String line) {
        if (!line.startsWith("#")) {
            return -1;
        }
        int at = skip(line, 0, "# \t");
        if (line.startsWith("yaml-language-server:", at)) {
            int key = line.indexOf(KEY + "=", at);
            return key < 0 ? -1 : key + KEY.length() + 1;
        }
        int colon = at + (line.startsWith(SchemaFile.ID_KEY, at) ? SchemaFile.ID_KEY : KEY).length();
        return line.startsWith(KEY, at) && line.startsWith(":", colon) ? skip(line, colon + 1, " \t") : -1;
    }

    private static int skip(String line, int from, String characters) {
        int at = from;
        while (at < line.length() && characters.indexOf(line.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static SchemaReference of(Document document, int number, String line, int start) {
        int end = start;
        while (end < line.length() && line.charAt(end) > ' ') {
            end++;
        }
        int column = line.codePointCount(0, start) + 1;
        int width = Math.max(1, line.codePointCount(start, end));
        Span span = new Span(number, column, number, column + width);
        String target = line.substring(start, end);
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
