package io.alchemi.processor.check;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedRecord;

/**
 * Requires an example for each required key, since the template needs a value. Operands have no template. Keys whose type depends on the
 * type arguments of a generic record may have their example where the record is used, see {@link ArgumentExampleCheck}.
 */
final class RequiredCheck implements RecordCheck {
    @Override
    public void check(ExtractedRecord record, Report problems) {
        for (Component component : record.components()) {
            KeySchema key = component.key();
            boolean needsValue =
                    (key.isRequired() && !key.operand()) || (key.requiredIf() != null && key.defaultText() == null);
            if (needsValue
                    && !component.isDependent()
                    && component.flattened() == null
                    && component.isSupported()
                    && key.exampleText() == null) {
                problems.report(component.place(), RecordWording.requiredWithoutExample(record, component));
            }
        }
    }
}
