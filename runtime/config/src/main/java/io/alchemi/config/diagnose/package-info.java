/** Diagnostics: their catalogue, suggestions and rendering. */
@NullMarked
package io.alchemi.config.diagnose;

import org.jspecify.annotations.NullMarked;
