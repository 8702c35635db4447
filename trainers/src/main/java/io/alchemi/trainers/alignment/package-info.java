/**
 * Alignment of laboratory and sensor spectra: two towers learn to put a laboratory spectrum and what a sensor sees of it in the same
 * place (contrastive learning), helped by reconstructing one side from the other and by predicting absorption band depths.
 *
 * <p>For all code here that computes a loss the rules of {@link io.alchemi.training.nn} hold. B pairs, N laboratory samples, K sensor
 * bands, D the embedding's width.
 */
@NullMarked
package io.alchemi.trainers.alignment;

import org.jspecify.annotations.NullMarked;
