/** Merges sources into one tree: canonical form, overlay, defaults, origins. */
@NullMarked
package io.alchemi.config.layer;

import org.jspecify.annotations.NullMarked;
