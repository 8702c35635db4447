/** The files of a run's folder beside its metrics and checkpoints. Nothing here uses the tensor engine. */
@NullMarked
package io.alchemi.training.folder;

import org.jspecify.annotations.NullMarked;
