/**
 * Spectra in the user's own files: libraries in CSV and ENVI format, and the files for embeddings.
 *
 * <p>Everything here is plain Java and does not need the engine. Problems of a file are reported as diagnostics with line and column,
 * like those of a configuration, at most 20 at once.
 */
@NullMarked
package io.alchemi.trainers.spectra.library;

import org.jspecify.annotations.NullMarked;
