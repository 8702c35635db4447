/** Processes: signals, the command line of this one, and what other programs print. */
@NullMarked
package io.alchemi.training.process;

import org.jspecify.annotations.NullMarked;
