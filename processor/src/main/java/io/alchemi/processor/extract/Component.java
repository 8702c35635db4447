package io.alchemi.processor.extract;

import io.alchemi.config.schema.KeySchema;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import org.jspecify.annotations.Nullable;

/**
 * Component of a record that is being compiled.
 *
 * @param element the component
 * @param place the element at which problems are reported: the field, since javac 17 has no position for components
 * @param key the key; its type is a placeholder unless the component is supported
 * @param isSupported true if the type is supported and all annotations are resolved
 * @param faults the problems of its type
 * @param ignored the constraints of other libraries that have no effect on files
 * @param flattened the record whose keys replace the key, or null
 */
public record Component(
        RecordComponentElement element,
        Element place,
        KeySchema key,
        boolean isSupported,
        List<TypeFault> faults,
        List<IgnoredConstraint> ignored,
        @Nullable ExtractedRecord flattened) {

    /** Returns the keys that the component adds to its record. */
    public List<KeySchema> keys() {
        return flattened == null ? List.of(key) : flattened.schema().keys();
    }

    /** Returns true if an annotation refers to a missing element, so that its values are unknown. */
    boolean isUnreadable() {
        return faults.stream().anyMatch(fault -> fault.reason() == TypeFault.Reason.UNRESOLVED_ANNOTATION);
    }
}
