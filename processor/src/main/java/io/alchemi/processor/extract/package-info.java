/** Extracts descriptions of records from compiler elements. Neither validates nor emits. */
@NullMarked
package io.alchemi.processor.extract;

import org.jspecify.annotations.NullMarked;
