package io.alchemi.processor.check;

import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedRecord;
import io.alchemi.processor.extract.IgnoredConstraint;
import io.alchemi.processor.extract.JakartaConstraints;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.util.ElementFilter;

/** Warns about constraints of other libraries that have no effect on files. */
final class IgnoredConstraintCheck implements RecordCheck {
    @Override
    public void check(ExtractedRecord record, Report problems) {
        for (Component component : record.components()) {
            for (IgnoredConstraint ignored : component.ignored()) {
                if (component.isSupported()) {
                    report(component.place(), record.shown(component), ignored, problems);
                }
            }
        }
        for (ExecutableElement method : ElementFilter.methodsIn(record.element().getEnclosedElements())) {
            if (!isAccessor(record, method)) {
                for (IgnoredConstraint ignored : JakartaConstraints.of(method)) {
                    report(method, record.shown() + "." + method.getSimpleName(), ignored, problems);
                }
            }
        }
    }

    /** The compiler copies annotations of a component to its accessor. */
    private static boolean isAccessor(ExtractedRecord record, ExecutableElement method) {
        if (method.getParameters().isEmpty()) {
            for (Component component : record.components()) {
                if (method.getSimpleName().contentEquals(component.key().component())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void report(Element place, String name, IgnoredConstraint ignored, Report problems) {
        if (!Suppression.of(place, DiagnosticId.IGNORED_CONSTRAINT)) {
            problems.report(place, RecordWording.ignoredConstraint(name, ignored));
        }
    }
}
