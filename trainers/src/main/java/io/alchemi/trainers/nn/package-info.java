/**
 * Networks as plain functions over an ordered map of named arrays, under PyTorch's names.
 *
 * <p>Three rules hold for all code here that computes a loss, and a test on the compiled classes watches over them: no operator
 * takes a Java number, no array is made from Java memory, and constants come from {@link io.alchemi.training.array.Scalars}.
 * Breaking them gives wrong gradients without any error. Linear weights are (out, in); a batch is (B, T, D).
 */
@NullMarked
package io.alchemi.trainers.nn;

import org.jspecify.annotations.NullMarked;
