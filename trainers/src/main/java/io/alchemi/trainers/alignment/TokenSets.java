package io.alchemi.trainers.alignment;

import ai.djl.ndarray.NDArray;
import io.alchemi.training.nn.KeyPadding;
import org.jspecify.annotations.Nullable;

/**
 * A batch of token sets, the input of a tower.
 *
 * @param tokens  (B, T, M)
 * @param keyBias hides invalid tokens, see {@link KeyPadding}; null hides none
 * @param pooling weight of each token in the mean of its set, (B, 1, T); rows add up to 1
 */
record TokenSets(NDArray tokens, @Nullable NDArray keyBias, NDArray pooling) {}
