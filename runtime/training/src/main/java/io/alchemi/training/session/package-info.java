/** The run-wide settings, and how they are applied to this machine. */
@NullMarked
package io.alchemi.training.session;

import org.jspecify.annotations.NullMarked;
