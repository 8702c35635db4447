/** One training run: its folder, its metrics, its command. */
@NullMarked
package io.alchemi.training.run;

import org.jspecify.annotations.NullMarked;
