/**
 * What a training step costs, as a ratio to the plain way in DJL.
 *
 * <p>The plain way computes the same numbers at dropout 0, which a test shows, from DJL's own pieces: its dropout, its AdamW, and
 * for the alignment one sample at a time, as the original does.
 */
@NullMarked
package io.alchemi.benchmarks;

import org.jspecify.annotations.NullMarked;
