/**
 * Alignment of laboratory and sensor spectra: two towers learn to embed a laboratory spectrum and its sensor spectrum close to each
 * other (contrastive learning), helped by reconstructing one side from the other and by predicting absorption band depths.
 *
 * <p>All code here that computes a loss follows the rules of {@link io.alchemi.training.nn}. In shapes, B is the number of pairs, N the
 * laboratory samples, K the sensor bands, and D the embedding width.
 */
@NullMarked
package io.alchemi.trainers.alignment;

import org.jspecify.annotations.NullMarked;
