package io.alchemi.config.schema;

import java.util.List;

/**
 * The facts that only the root record of a schema has.
 *
 * @param id the id of the schema
 * @param files patterns that match the end of the path of a file of this schema
 * @param example an example file of this schema, relative to the project root, or empty
 * @param env the prefix, without the trailing underscore, of the environment variables that set its keys, or empty
 */
public record RootSchema(String id, List<String> files, String example, String env) {}
