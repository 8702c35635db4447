/** Source documents and locations in them. */
@NullMarked
package io.alchemi.config.text;

import org.jspecify.annotations.NullMarked;
