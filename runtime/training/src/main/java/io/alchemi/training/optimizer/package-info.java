/**
 * Optimization of named parameters: AdamW with a state that can be saved, and clipping by the global norm.
 *
 * <p>DJL's own AdamW hides its state, counts steps per process and puts epsilon in another place than PyTorch does.
 */
@NullMarked
package io.alchemi.training.optimizer;

import org.jspecify.annotations.NullMarked;
