/** Checks a tree against a schema: scalars, types and constraints. */
@NullMarked
package io.alchemi.config.check;

import org.jspecify.annotations.NullMarked;
