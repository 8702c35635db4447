package io.alchemi.processor.check;

import io.alchemi.processor.extract.ExtractedSchema;

/** Checks a root together with all records below it. Some of their components may be of a type that is not supported. */
interface SchemaCheck {
    void check(ExtractedSchema schema, Report problems);
}
