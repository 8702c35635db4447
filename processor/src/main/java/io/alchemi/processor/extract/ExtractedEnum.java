package io.alchemi.processor.extract;

import io.alchemi.config.schema.Docs;
import io.alchemi.config.schema.EnumSchema;
import javax.lang.model.element.TypeElement;

/**
 * Enum with its description and docs.
 *
 * @param element the enum
 * @param compiled true if it is being compiled
 * @param schema the description
 * @param docs the docs of its constants
 * @param docsLost true if it is a class file without a generated class for its docs
 */
public record ExtractedEnum(TypeElement element, boolean compiled, EnumSchema schema, Docs docs, boolean docsLost) {}
