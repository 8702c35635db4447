package io.alchemi.processor.check;

import io.alchemi.processor.extract.ExtractedRecord;

/** Validates one record that is being compiled, without the records that it refers to. */
interface RecordCheck {
    void check(ExtractedRecord record, Report problems);
}
