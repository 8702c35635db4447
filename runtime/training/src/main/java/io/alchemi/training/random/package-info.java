/**
 * Counter-based random streams: element {@code i} of a stream is a pure function of (seed, purpose, step, i).
 *
 * <p>Numbers are not drawn in sequence, so a run that is killed and resumed, or that fills a buffer with another number of threads, gets
 * exactly the same numbers.
 */
@NullMarked
package io.alchemi.training.random;

import org.jspecify.annotations.NullMarked;
