/** Makes editors find the JSON Schemas: headers of files, settings of editors, a catalog. */
@NullMarked
package io.alchemi.command.editor;

import org.jspecify.annotations.NullMarked;
