package io.alchemi.processor.check;

import io.alchemi.config.schema.Constraint;
import io.alchemi.config.schema.Constraint.Contradiction;
import io.alchemi.config.schema.StringPattern;
import io.alchemi.processor.extract.Annotations;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedRecord;
import io.alchemi.processor.extract.SchemaAnnotation;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import javax.lang.model.element.AnnotationMirror;

/** Requires that some value satisfies each constraint. */
final class ConstraintCheck implements RecordCheck {

    @Override
    public void check(ExtractedRecord record, Report problems) {
        for (Component component : record.components()) {
            checkLength(record, component, problems);
            for (Constraint constraint : component.key().constraints()) {
                Contradiction contradiction = constraint.contradiction(
                        record.shown(component), component.key().type());
                if (contradiction != null) {
                    problems.report(component.place(), new Problem(contradiction.id(), contradiction.message()));
                }
            }
            StringPattern pattern = component.key().pattern();
            if (pattern != null) {
                checkPattern(record, component, pattern, problems);
            }
        }
    }

    /** Reports an exact length together with a range of lengths. The constraint no longer shows both. */
    private static void checkLength(ExtractedRecord record, Component component, Report problems) {
        AnnotationMirror stated = Annotations.find(component.element(), SchemaAnnotation.LENGTH);
        if (stated != null
                && Annotations.isWritten(stated, "value")
                && (Annotations.isWritten(stated, "min") || Annotations.isWritten(stated, "max"))) {
            problems.report(component.place(), RecordWording.lengthStatedTwice(record, component));
        }
    }

    private static void checkPattern(
            ExtractedRecord record, Component component, StringPattern pattern, Report problems) {
        Pattern compiled;
        try {
            compiled = Pattern.compile(pattern.regex());
        } catch (PatternSyntaxException invalid) {
            boolean open = pattern.regex().replace("\\\\", "").endsWith("\\");
            String why = open ? "it ends with a backslash that escapes nothing" : invalid.getDescription();
            problems.report(component.place(), RecordWording.badPattern(record, component, why));
            return;
        }
        PortablePattern.Foreign foreign = PortablePattern.foreign(pattern.regex());
        if (foreign != null) {
            problems.report(component.place(), RecordWording.foreignPattern(record, component, foreign));
        }
        for (String suggestion : pattern.suggestions()) {
            if (!compiled.matcher(suggestion).matches()) {
                problems.report(
                        component.place(), RecordWording.suggestionOutsidePattern(record, component, suggestion));
            }
        }
    }
}
