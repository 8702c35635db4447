/** Judges schemas; writes nothing. One validator for each family of rules. */
@NullMarked
package io.alchemi.processor.check;

import org.jspecify.annotations.NullMarked;
