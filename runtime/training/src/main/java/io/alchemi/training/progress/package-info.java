/**
 * What a step did and how fast: tokens, bytes, seconds.
 */
@NullMarked
package io.alchemi.training.progress;

import org.jspecify.annotations.NullMarked;
