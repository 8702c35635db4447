/** Judges a tree by the description: all problems of text, type and constraint. */
@NullMarked
package io.alchemi.config.check;

import org.jspecify.annotations.NullMarked;
