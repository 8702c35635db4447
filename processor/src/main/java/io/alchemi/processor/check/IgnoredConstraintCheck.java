package io.alchemi.processor.check;

import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedRecord;
import io.alchemi.processor.extract.IgnoredConstraint;

/** Warns about constraints of other libraries that have no effect on files. */
final class IgnoredConstraintCheck implements RecordCheck {
    @Override
    public void check(ExtractedRecord record, Report problems) {
        for (Component component : record.components()) {
            for (IgnoredConstraint ignored : component.ignored()) {
                if (component.isSupported() && !Suppression.of(component.place(), DiagnosticId.IGNORED_CONSTRAINT)) {
                    problems.report(component.place(), RecordWording.ignoredConstraint(record, component, ignored));
                }
            }
        }
    }
}
