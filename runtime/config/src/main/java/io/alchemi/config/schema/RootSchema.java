package io.alchemi.config.schema;

import java.util.List;

/**
 * What only the root record of a schema says.
 *
 * @param id identifies the schema
 * @param files patterns that match the end of the path of a file of this schema
 * @param example a file of this schema, relative to the project's root, or empty
 * @param moves former places of keys
 */
public record RootSchema(String id, List<String> files, String example, List<MovedKey> moves) {}
