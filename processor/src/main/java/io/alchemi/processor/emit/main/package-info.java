/** From a trainer to its {@code main}, and from a module to its index of schemas and commands. */
@NullMarked
package io.alchemi.processor.emit.main;

import org.jspecify.annotations.NullMarked;
