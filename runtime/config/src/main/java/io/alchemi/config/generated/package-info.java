/** Runtime support for generated code. Not an API for programs, which use the generated loaders. */
@NullMarked
package io.alchemi.config.generated;

import org.jspecify.annotations.NullMarked;
