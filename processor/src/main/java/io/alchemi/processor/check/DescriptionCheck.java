package io.alchemi.processor.check;

import io.alchemi.config.diagnose.Suggestion;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Requires a description for every public record and component, and a component for every {@code @param}. */
final class DescriptionCheck implements RecordCheck {
    @Override
    public void check(ExtractedRecord record, Report problems) {
        Set<String> meant = strayParams(record, problems);
        if (!isPublic(record.element())) {
            return;
        }
        if (record.docs().ofRecord().isEmpty()) {
            problems.report(record.element(), RecordWording.undescribedRecord(record));
        }
        for (Component component : record.components()) {
            if (isUndescribed(record, component)
                    && !meant.contains(component.key().component())) {
                problems.report(component.place(), RecordWording.undescribed(record, component));
            }
        }
    }

    /** Reports {@code @param} tags without a component; returns the components that they probably mean. */
    private static Set<String> strayParams(ExtractedRecord record, Report problems) {
        List<String> undescribed = new ArrayList<>();
        List<String> all = new ArrayList<>();
        for (Component component : record.components()) {
            all.add(component.key().component());
            if (isUndescribed(record, component)) {
                undescribed.add(component.key().component());
            }
        }
        Set<String> meant = new HashSet<>();
        for (String stray : record.strayParams()) {
            String nearest = Suggestion.nearest(stray, undescribed);
            if (nearest != null) {
                meant.add(nearest);
                undescribed.remove(nearest);
            }
            List<String> candidates = nearest == null ? all : List.of(nearest);
            problems.report(
                    record.element(), RecordWording.strayParam(record, stray, DidYouMean.in(stray, candidates)));
        }
        return meant;
    }

    private static boolean isUndescribed(ExtractedRecord record, Component component) {
        return component.flattened() == null
                && record.docs().ofKey(component.key().name()).isEmpty();
    }

    private static boolean isPublic(TypeElement type) {
        Element current = type;
        while (current instanceof TypeElement enclosing) {
            if (!enclosing.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
            current = enclosing.getEnclosingElement();
        }
        return true;
    }
}
