/**
 * Measures the cost of a training step as a ratio to plain DJL.
 *
 * <p>The plain training uses DJL's own blocks, dropout and AdamW, and for the alignment one sample at a time, as the Python implementation
 * does. At dropout 0 it computes the same numbers, which a test shows.
 */
@NullMarked
package io.alchemi.benchmarks;

import org.jspecify.annotations.NullMarked;
