/** The {@code alchemi} command: looks up subcommands and runs them. */
@NullMarked
package io.alchemi.command;

import org.jspecify.annotations.NullMarked;
