/** Generates the class that binds a record, and the loader and merge classes of a root record. */
@NullMarked
package io.alchemi.processor.emit.binding;

import org.jspecify.annotations.NullMarked;
