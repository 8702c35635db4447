/** Completion of command lines in shells. */
@NullMarked
package io.alchemi.command.completion;

import org.jspecify.annotations.NullMarked;
