/** Generates the main class of a trainer. */
@NullMarked
package io.alchemi.processor.emit.main;

import org.jspecify.annotations.NullMarked;
