/** Generates JSON Schema from a description, in a form that works well for completion in editors. */
@NullMarked
package io.alchemi.processor.emit.jsonschema;

import org.jspecify.annotations.NullMarked;
