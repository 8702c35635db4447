/** From elements of the compiler to the description of records. Neither judges nor writes. */
@NullMarked
package io.alchemi.processor.extract;

import org.jspecify.annotations.NullMarked;
