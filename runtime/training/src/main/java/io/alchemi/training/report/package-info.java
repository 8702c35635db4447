/** The report of runs: one page with curves, configuration and environment that opens offline. */
@NullMarked
package io.alchemi.training.report;

import org.jspecify.annotations.NullMarked;
