package io.alchemi.processor.check;

import io.alchemi.config.schema.Length;
import io.alchemi.processor.extract.Annotations;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedRecord;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import org.jspecify.annotations.Nullable;

/** Something must be as long as it should be. */
final class LengthCheck implements RecordCheck {
    @Override
    public void check(ExtractedRecord record, Report problems) {
        for (Component component : record.components()) {
            for (String why : faults(component)) {
                problems.report(component.place(), Wording.badLength(record, component, why));
            }
        }
    }

    private static List<String> faults(Component component) {
        List<String> faults = new ArrayList<>();
        AnnotationMirror stated = Annotations.find(component.element(), io.alchemi.schema.Length.class);
        boolean exact = isWritten(stated, "value");
        if (exact && (isWritten(stated, "min") || isWritten(stated, "max"))) {
            faults.add("is stated twice: @Length(2) is exact and stands without min and max. Remove one of the two.");
        }
        Length length = component.key().length();
        if (length.min() < 0 || length.max() < 0 || (exact && length.isNone())) {
            faults.add("is less than nothing. Write 0 or more.");
        } else if (length.min() > length.max()) {
            faults.add("can be that of nothing: min is " + length.min() + ", max is " + length.max() + ". Swap them.");
        }
        return faults;
    }

    private static boolean isWritten(@Nullable AnnotationMirror stated, String member) {
        return stated != null && Annotations.isWritten(stated, member);
    }
}
