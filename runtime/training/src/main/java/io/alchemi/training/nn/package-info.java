/**
 * Network modules with PyTorch's names and initial values: linear maps, norms, attention, transformer stacks, dropout.
 *
 * <p>A module creates its parameters in its constructor, in {@link io.alchemi.training.nn.Parameters}, and is applied to whole batches.
 * A batch is (B, T, D); linear weights are (out, in). All code that computes a loss must follow three rules, which a test checks here on
 * the compiled classes: no operators with a Java number, no arrays from Java memory, and constants only from
 * {@link io.alchemi.training.array.Scalars}. Breaking a rule gives wrong gradients without any error.
 */
@NullMarked
package io.alchemi.training.nn;

import org.jspecify.annotations.NullMarked;
