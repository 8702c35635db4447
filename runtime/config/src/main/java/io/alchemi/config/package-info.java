/** API of generated loaders: loads, merges and validates configurations. */
@NullMarked
package io.alchemi.config;

import org.jspecify.annotations.NullMarked;
