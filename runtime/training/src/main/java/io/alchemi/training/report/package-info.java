/** The report of runs: one HTML page with curves, configuration and environment that works offline. */
@NullMarked
package io.alchemi.training.report;

import org.jspecify.annotations.NullMarked;
