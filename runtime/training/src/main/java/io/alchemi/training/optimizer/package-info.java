/**
 * Optimization of named parameters: AdamW with a state that can be saved, and clipping by the global norm.
 *
 * <p>DJL's own AdamW does not expose its state, counts steps per process and adds epsilon elsewhere than PyTorch.
 */
@NullMarked
package io.alchemi.training.optimizer;

import org.jspecify.annotations.NullMarked;
