/** What the artifacts made of a description have in common. */
@NullMarked
package io.alchemi.processor.emit;

import org.jspecify.annotations.NullMarked;
