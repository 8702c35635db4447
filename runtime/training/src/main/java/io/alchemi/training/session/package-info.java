/** The run-wide settings and what they become on this machine. */
@NullMarked
package io.alchemi.training.session;

import org.jspecify.annotations.NullMarked;
