/** From a command line to settings of the description's keys, and back to help. */
@NullMarked
package io.alchemi.command.arguments;

import org.jspecify.annotations.NullMarked;
