/**
 * Safetensors files with named arrays, written so that a reader never sees a partial file.
 */
@NullMarked
package io.alchemi.training.checkpoint;

import org.jspecify.annotations.NullMarked;
