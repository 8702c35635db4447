/** Tests of the finished product: its architecture, its launcher, what a stranger gets from it. */
@NullMarked
package io.alchemi.acceptance;

import org.jspecify.annotations.NullMarked;
