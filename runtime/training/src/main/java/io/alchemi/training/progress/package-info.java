/**
 * Progress of a training: the log, the terminal, throughput and expected duration.
 */
@NullMarked
package io.alchemi.training.progress;

import org.jspecify.annotations.NullMarked;
