package io.alchemi.processor.check;

import io.alchemi.processor.extract.ExtractedSchema;

/** Judges a root together with all records below it, each of which is sound by itself. */
interface SchemaCheck {
    void check(ExtractedSchema schema, Problems problems);
}
