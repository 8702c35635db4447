/** Looks up schemas and commands, and determines the schema of a file. */
@NullMarked
package io.alchemi.command.index;

import org.jspecify.annotations.NullMarked;
