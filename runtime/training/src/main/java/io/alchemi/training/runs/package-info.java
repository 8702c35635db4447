/** Reads run folders, and has the commands that show them. This package does not load the tensor engine. */
@NullMarked
package io.alchemi.training.runs;

import org.jspecify.annotations.NullMarked;
