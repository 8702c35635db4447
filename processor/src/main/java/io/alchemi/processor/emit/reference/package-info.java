/** Description to a Markdown page. */
@NullMarked
package io.alchemi.processor.emit.reference;

import org.jspecify.annotations.NullMarked;
