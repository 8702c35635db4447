package io.alchemi.config.generated;

import java.io.Serial;

/** A record has a key that the schema of a record with its keys lacks, since only one of the two was compiled again. */
final class ChangedRecordException extends IllegalStateException {
    @Serial
    private static final long serialVersionUID = 1;

    ChangedRecordException(String record, String key) {
        super(record + " has no key '" + key + "'");
    }
}
