/**
 * The only places where Java values become DJL arrays.
 *
 * <p>Two traps of DJL are shut here. An array over a Java buffer that is freed before the backward pass gives wrong gradients
 * without any error, and so does every operator with a Java number. And direct buffers are freed only by the garbage collector,
 * so a step that makes new ones grows the process.
 */
@NullMarked
package io.alchemi.training.array;

import org.jspecify.annotations.NullMarked;
