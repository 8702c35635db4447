/** Types for the components of records that the JDK has no class for. */
@NullMarked
package io.alchemi.config.value;

import org.jspecify.annotations.NullMarked;
