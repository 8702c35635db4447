/** Annotation processors and their pipeline: extract, check, emit. */
@NullMarked
package io.alchemi.processor;

import org.jspecify.annotations.NullMarked;
