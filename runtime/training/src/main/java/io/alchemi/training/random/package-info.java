/**
 * Counter-based random streams: element {@code i} of a stream is a pure function of (seed, purpose, step, i).
 *
 * <p>Nothing is drawn "in turn", so a run that is killed and resumed, or that fills a buffer with another number of threads,
 * sees the very same numbers.
 */
@NullMarked
package io.alchemi.training.random;

import org.jspecify.annotations.NullMarked;
