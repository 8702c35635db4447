/** Which schemas and commands there are, and which schema a file has. */
@NullMarked
package io.alchemi.command.index;

import org.jspecify.annotations.NullMarked;
