/** Tests of the files for editors. */
@NullMarked
package io.alchemi.command.editor;

import org.jspecify.annotations.NullMarked;
