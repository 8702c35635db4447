/** The entrance of the annotation processor: extract, check, emit. */
@NullMarked
package io.alchemi.processor;

import org.jspecify.annotations.NullMarked;
