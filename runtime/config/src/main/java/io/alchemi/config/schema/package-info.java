/** The one description of a schema. */
@NullMarked
package io.alchemi.config.schema;

import org.jspecify.annotations.NullMarked;
