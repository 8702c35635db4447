package io.alchemi.processor.check;

import io.alchemi.config.schema.RetiredKey;
import io.alchemi.processor.extract.Annotations;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedRecord;
import io.alchemi.processor.extract.SchemaAnnotation;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;

/** Requires that texts in annotations that messages and editors show are not empty. */
final class ShownTextCheck implements RecordCheck {
    @Override
    public void check(ExtractedRecord record, Report problems) {
        for (RetiredKey retired : record.schema().retired()) {
            if (retired.reason().isBlank() && !record.isUnreadable()) {
                problems.report(record.element(), NamesWording.retiredWithoutReason(record, retired.name()));
            }
        }
        for (Component component : record.components()) {
            checkUnit(record, component, problems);
            checkPattern(record, component, problems);
            checkSuggestions(record, component, problems);
        }
    }

    private static void checkUnit(ExtractedRecord record, Component component, Report problems) {
        AnnotationMirror unit = Annotations.find(component.element(), SchemaAnnotation.UNIT);
        if (unit != null && Annotations.text(unit, "value").isBlank()) {
            problems.report(component.place(), RecordWording.emptyUnit(record, component));
        }
    }

    private static void checkPattern(ExtractedRecord record, Component component, Report problems) {
        AnnotationMirror matches = Annotations.find(component.element(), SchemaAnnotation.MATCHES);
        if (matches != null && Annotations.text(matches, "describedAs").isBlank()) {
            problems.report(component.place(), RecordWording.undescribedPattern(record, component));
        }
    }

    private static void checkSuggestions(ExtractedRecord record, Component component, Report problems) {
        Set<String> values = new HashSet<>();
        for (AnnotationMirror suggestion : Annotations.all(component.element(), SchemaAnnotation.SUGGEST)) {
            String value = Annotations.text(suggestion, "value");
            if (!values.add(value)) {
                problems.report(component.place(), NamesWording.duplicateSuggestion(record, component, value));
            } else if (Annotations.text(suggestion, "doc").isBlank()) {
                problems.report(component.place(), RecordWording.undescribedSuggestion(record, component, value));
            }
        }
    }
}
