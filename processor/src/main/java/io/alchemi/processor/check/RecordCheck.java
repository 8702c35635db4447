package io.alchemi.processor.check;

import io.alchemi.processor.extract.ExtractedRecord;

/** Judges a record that is being compiled by itself. */
interface RecordCheck {
    void check(ExtractedRecord record, Report problems);
}
