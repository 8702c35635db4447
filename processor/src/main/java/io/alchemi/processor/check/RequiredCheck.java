package io.alchemi.processor.check;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedRecord;

/** Requires an example for each required key, since the template needs a value. A section needs none, but its keys do. */
final class RequiredCheck implements RecordCheck {
    @Override
    public void check(ExtractedRecord record, Report problems) {
        for (Component component : record.components()) {
            KeySchema key = component.key();
            boolean required =
                    !key.nullable() && key.defaultText() == null && !key.type().isSection();
            if (required && component.isSupported() && key.exampleText() == null) {
                problems.report(component.place(), RecordWording.requiredWithoutExample(record, component));
            }
        }
    }
}
