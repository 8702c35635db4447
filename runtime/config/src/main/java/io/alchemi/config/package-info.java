/** Loads configurations: what programs with generated loaders use. */
@NullMarked
package io.alchemi.config;

import org.jspecify.annotations.NullMarked;
