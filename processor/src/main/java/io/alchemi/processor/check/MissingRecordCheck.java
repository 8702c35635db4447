package io.alchemi.processor.check;

import io.alchemi.processor.extract.ExtractedSchema;
import io.alchemi.processor.extract.ExtractedSchema.MissingRecord;
import java.util.Map;

/** A record of another jar needs the description that the processor left there. */
final class MissingRecordCheck implements SchemaCheck {
    @Override
    public void check(ExtractedSchema schema, Report problems) {
        for (Map.Entry<String, MissingRecord> lost : schema.lost().entrySet()) {
            MissingRecord what = lost.getValue();
            problems.report(
                    what.place(),
                    RecordWording.lost(RecordWording.name(what.holder(), what.key()), lost.getKey(), what.reason()));
        }
    }
}
