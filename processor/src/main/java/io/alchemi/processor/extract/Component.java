package io.alchemi.processor.extract;

import io.alchemi.config.schema.KeySchema;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;

/**
 * A component of a record that is being compiled.
 *
 * @param element the component
 * @param place where to report: the field of the component, since javac 17 knows no place of a component
 * @param key the key that it describes; its type means nothing unless it is supported
 * @param isSupported whether type and annotations say what its values are
 * @param faults what is wrong with its type
 * @param ignored the constraints of others that have no effect on files
 */
public record Component(
        RecordComponentElement element,
        Element place,
        KeySchema key,
        boolean isSupported,
        List<TypeFault> faults,
        List<IgnoredConstraint> ignored) {

    /** Returns true if an annotation names something that does not exist, so that its values are not known. */
    boolean isUnreadable() {
        return faults.stream().anyMatch(fault -> fault.reason() == TypeFault.Reason.UNRESOLVED_ANNOTATION);
    }
}
