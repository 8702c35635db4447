/** Validates schemas and writes nothing. Each family of rules has one validator. */
@NullMarked
package io.alchemi.processor.check;

import org.jspecify.annotations.NullMarked;
