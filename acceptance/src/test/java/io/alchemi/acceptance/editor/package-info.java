/** Tests what editors show for every schema: compares the real yaml-language-server with the description and the loader. */
@NullMarked
package io.alchemi.acceptance.editor;

import org.jspecify.annotations.NullMarked;
