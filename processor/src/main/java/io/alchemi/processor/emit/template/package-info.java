/** Generates a commented YAML file to start from. */
@NullMarked
package io.alchemi.processor.emit.template;

import org.jspecify.annotations.NullMarked;
