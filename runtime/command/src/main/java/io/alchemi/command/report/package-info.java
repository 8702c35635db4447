/** Reports of validation in formats for programs, and the pages that explain diagnostics. */
@NullMarked
package io.alchemi.command.report;

import org.jspecify.annotations.NullMarked;
