/** Problems with their places, and how they are worded and shown. */
@NullMarked
package io.alchemi.config.diagnose;

import org.jspecify.annotations.NullMarked;
