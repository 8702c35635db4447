/** Parses command lines into settings of keys, and renders help. */
@NullMarked
package io.alchemi.command.arguments;

import org.jspecify.annotations.NullMarked;
