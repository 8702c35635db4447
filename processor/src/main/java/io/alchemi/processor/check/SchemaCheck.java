package io.alchemi.processor.check;

import io.alchemi.processor.extract.ExtractedSchema;

/** Validates a root with all records below it. Some of their components may have unsupported types. */
interface SchemaCheck {
    void check(ExtractedSchema schema, Report problems);
}
