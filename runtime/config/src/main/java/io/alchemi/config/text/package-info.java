/** Texts with a name, and places in them. */
@NullMarked
package io.alchemi.config.text;

import org.jspecify.annotations.NullMarked;
