/** Sweeps: trials of a training command with varying values, on this machine or on Slurm. */
@NullMarked
package io.alchemi.training.sweep;

import org.jspecify.annotations.NullMarked;
