/** Shared code of the generated artifacts. */
@NullMarked
package io.alchemi.processor.emit;

import org.jspecify.annotations.NullMarked;
