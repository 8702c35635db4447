package io.alchemi.processor.check;

import io.alchemi.processor.extract.ExtractedSchema;
import io.alchemi.processor.extract.ExtractedSchema.Lost;
import java.util.Map;

/** A record of another jar needs the description that the processor left there. */
final class LostRecordCheck implements SchemaCheck {
    @Override
    public void check(ExtractedSchema schema, Report problems) {
        for (Map.Entry<String, Lost> lost : schema.lost().entrySet()) {
            Lost what = lost.getValue();
            problems.report(
                    what.place(), Wording.lost(Wording.name(what.holder(), what.key()), lost.getKey(), what.reason()));
        }
    }
}
