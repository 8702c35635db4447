/** What an editor shows for every schema, asked of the real yaml-language-server and held against the description and the loader. */
@NullMarked
package io.alchemi.acceptance.editor;

import org.jspecify.annotations.NullMarked;
