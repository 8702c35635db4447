/** From YAML text to trees that know where each part was written. Knows no types. */
@NullMarked
package io.alchemi.config.tree;

import org.jspecify.annotations.NullMarked;
