/** Files in the folder of a run, except metrics and checkpoints. This package does not use the tensor engine. */
@NullMarked
package io.alchemi.training.folder;

import org.jspecify.annotations.NullMarked;
