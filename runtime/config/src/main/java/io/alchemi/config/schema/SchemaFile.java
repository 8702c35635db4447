package io.alchemi.config.schema;

import org.jspecify.annotations.Nullable;

/** The file of a JSON Schema, and the comments by which editors find it from a configuration. */
public final class SchemaFile {
    /** Precedes an id in a comment. */
    public static final String ID_KEY = "$schema-id";

    private static final String SUFFIX = ".schema.json";

    private SchemaFile() {}

    /** Returns the name of the file for a schema id: {@code ID.schema.json}. */
    public static String name(String id) {
        return id + SUFFIX;
    }

    /** Returns the id in the name of a file, or null if the name has another form. */
    public static @Nullable String id(String name) {
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : null;
    }

    /** Returns the path that a template names unless another one is known: {@code schemas/ID.schema.json}. */
    public static String defaultPath(String id) {
        return "schemas/" + name(id);
    }

    /** Returns the comment for the top of a configuration without a JSON Schema beside it: only Alchemi reads it. */
    public static String headerWithoutFile(String id) {
        return "# " + ID_KEY + ": " + id + "\n";
    }

    /** Returns the comments for the top of a configuration. Most editors read the first, JetBrains the second. */
    public static String header(String path) {
        return "# yaml-language-server: $schema=" + path + "\n# $schema: " + path + "\n";
    }
}
