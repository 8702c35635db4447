/** Description to JSON Schema, in the shape that editors complete best. */
@NullMarked
package io.alchemi.processor.emit.jsonschema;

import org.jspecify.annotations.NullMarked;
