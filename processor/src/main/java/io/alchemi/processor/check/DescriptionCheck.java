package io.alchemi.processor.check;

import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedRecord;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** What others can see must say what it means. */
final class DescriptionCheck implements RecordCheck {
    @Override
    public void check(ExtractedRecord record, Problems problems) {
        if (!isPublic(record.element())) {
            return;
        }
        if (record.docs().ofRecord().isEmpty()) {
            problems.report(record.element(), Wording.undescribedRecord(record));
        }
        for (Component component : record.components()) {
            if (record.docs().ofKey(component.key().name()).isEmpty()) {
                problems.report(component.place(), Wording.undescribed(record, component));
            }
        }
    }

    private static boolean isPublic(TypeElement type) {
        Element at = type;
        while (at instanceof TypeElement enclosing) {
            if (!enclosing.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
            at = enclosing.getEnclosingElement();
        }
        return true;
    }
}
