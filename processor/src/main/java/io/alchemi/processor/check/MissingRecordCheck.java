package io.alchemi.processor.check;

import io.alchemi.processor.extract.ExtractedSchema;
import io.alchemi.processor.extract.ExtractedSchema.MissingRecord;
import java.util.Map;

/** Requires that each record from another jar has the description that the processor generates. */
final class MissingRecordCheck implements SchemaCheck {
    @Override
    public void check(ExtractedSchema schema, Report problems) {
        for (Map.Entry<String, MissingRecord> entry : schema.lost().entrySet()) {
            MissingRecord missing = entry.getValue();
            problems.report(
                    missing.place(),
                    RecordWording.withoutSchema(
                            missing.holder().shown(missing.key()), entry.getKey(), missing.reason()));
        }
    }
}
