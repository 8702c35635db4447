/** Processes: their signals, and the command line of this one. */
@NullMarked
package io.alchemi.training.process;

import org.jspecify.annotations.NullMarked;
