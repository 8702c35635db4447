/** From the description of a record to the class that carries and constructs it, and to the loader and merge of a root. */
@NullMarked
package io.alchemi.processor.emit.binding;

import org.jspecify.annotations.NullMarked;
