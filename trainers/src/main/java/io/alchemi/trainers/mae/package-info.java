/**
 * Synthetic masked-autoencoder pretraining: random tokens, masks, an encoder, a decoder, a loss over what was kept.
 *
 * <p>Behaves as the Python original does, but for the defects named in the code. The rules of
 * {@link io.alchemi.training.nn} for code that computes a loss hold here too.
 */
@NullMarked
package io.alchemi.trainers.mae;

import org.jspecify.annotations.NullMarked;
