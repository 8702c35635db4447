/** The {@code alchemi} command: finds commands and runs them. */
@NullMarked
package io.alchemi.command;

import org.jspecify.annotations.NullMarked;
