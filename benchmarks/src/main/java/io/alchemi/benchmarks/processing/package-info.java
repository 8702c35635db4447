/** Measures what annotation processing adds to a compilation. */
@NullMarked
package io.alchemi.benchmarks.processing;

import org.jspecify.annotations.NullMarked;
