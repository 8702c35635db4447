package io.alchemi.config.layer;

import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.text.Limits;
import io.alchemi.config.tree.Mapping;

/**
 * What a source may need to know when it is read.
 *
 * @param schema the schema
 * @param below what the sources of lower rank state together, in present names
 * @param limits how large a document may be
 * @param problems where problems go
 */
public record Reading(Schema schema, Mapping below, Limits limits, Diagnostics problems) {}
