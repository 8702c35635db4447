/** Processes: signals, the command line of this process, and the output of other programs. */
@NullMarked
package io.alchemi.training.process;

import org.jspecify.annotations.NullMarked;
