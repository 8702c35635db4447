/** What generated code calls. Public for that reason alone: programs use the generated loaders. */
@NullMarked
package io.alchemi.config.generated;

import org.jspecify.annotations.NullMarked;
