/**
 * Parts of networks under PyTorch's names, with PyTorch's initial values: linear maps, norms, attention, transformer stacks, dropout.
 *
 * <p>A module makes its parameters in its constructor, in {@link io.alchemi.training.nn.Parameters}, and is applied to whole batches:
 * a batch is (B, T, D), linear weights are (out, in). Three rules hold for all code that computes a loss, and a test on the compiled
 * classes checks them here: no operator takes a Java number, no array is made from Java memory, and constants come from
 * {@link io.alchemi.training.array.Scalars}. Breaking them gives wrong gradients without any error.
 */
@NullMarked
package io.alchemi.training.nn;

import org.jspecify.annotations.NullMarked;
