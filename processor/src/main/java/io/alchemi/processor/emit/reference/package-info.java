/** Generates a Markdown page from a description. */
@NullMarked
package io.alchemi.processor.emit.reference;

import org.jspecify.annotations.NullMarked;
