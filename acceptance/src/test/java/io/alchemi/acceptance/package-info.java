/** Tests of the finished product: its architecture, its launcher, its pages and independent projects. */
@NullMarked
package io.alchemi.acceptance;

import org.jspecify.annotations.NullMarked;
