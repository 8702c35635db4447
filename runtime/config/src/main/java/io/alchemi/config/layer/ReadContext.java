package io.alchemi.config.layer;

import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.text.Limits;
import io.alchemi.config.tree.Mapping;

/**
 * Context in which a source is read.
 *
 * @param schema the schema
 * @param below the merged tree of the sources of lower precedence, in canonical form
 * @param limits size limits of a document
 * @param problems receives the problems
 */
public record ReadContext(Schema schema, Mapping below, Limits limits, Diagnostics problems) {}
