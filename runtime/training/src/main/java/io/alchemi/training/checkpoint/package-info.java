/**
 * Named arrays in one safetensors file, written so that a reader never sees half of it.
 */
@NullMarked
package io.alchemi.training.checkpoint;

import org.jspecify.annotations.NullMarked;
