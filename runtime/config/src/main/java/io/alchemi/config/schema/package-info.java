/** The model of a schema, from which every artifact is generated. */
@NullMarked
package io.alchemi.config.schema;

import org.jspecify.annotations.NullMarked;
