/** Reads the folders of runs, and the commands that show them. Nothing here loads the tensor engine. */
@NullMarked
package io.alchemi.training.runs;

import org.jspecify.annotations.NullMarked;
