/**
 * Masked-autoencoder pretraining on synthetic data: random tokens, masks, an encoder, a decoder, and a loss over the kept values.
 *
 * <p>Behaves like the Python implementation (alchemi-hsi), except for the defects named in the code. Code that computes a loss follows
 * the rules of {@link io.alchemi.training.nn}.
 */
@NullMarked
package io.alchemi.trainers.mae;

import org.jspecify.annotations.NullMarked;
