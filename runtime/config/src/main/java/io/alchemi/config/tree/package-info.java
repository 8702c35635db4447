/** YAML trees with locations, and the parser that builds them. Independent of schemas and types. */
@NullMarked
package io.alchemi.config.tree;

import org.jspecify.annotations.NullMarked;
