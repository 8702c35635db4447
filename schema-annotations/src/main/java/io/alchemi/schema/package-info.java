/**
 * The annotations by which a record becomes a schema.
 *
 * <p>A key's description is the {@code @param} line of the record's Javadoc; it is never repeated in an annotation. Texts of
 * values ({@link io.alchemi.schema.Default}, {@link io.alchemi.schema.Example}) are YAML, read by the code that reads files.
 */
package io.alchemi.schema;
