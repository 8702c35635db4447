/**
 * The only classes that turn Java values into DJL arrays.
 *
 * <p>They avoid two traps of DJL. Gradients are silently wrong after an operator with a Java number, and after an array over a Java
 * buffer that is freed before the backward pass. And direct buffers are freed only by the garbage collector, so the process grows if each
 * step creates new ones.
 */
@NullMarked
package io.alchemi.training.array;

import org.jspecify.annotations.NullMarked;
