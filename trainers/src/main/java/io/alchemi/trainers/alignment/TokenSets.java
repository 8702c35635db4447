package io.alchemi.trainers.alignment;

import ai.djl.ndarray.NDArray;
import io.alchemi.training.nn.KeyPadding;
import org.jspecify.annotations.Nullable;

/**
 * A batch of token sets as a network reads them.
 *
 * @param tokens  (B, T, M)
 * @param keyBias hides tokens that do not count, see {@link KeyPadding}; null hides none
 * @param pooling what each token weighs in its set's mean, (B, 1, T); rows add up to 1
 */
record TokenSets(NDArray tokens, @Nullable NDArray keyBias, NDArray pooling) {}
