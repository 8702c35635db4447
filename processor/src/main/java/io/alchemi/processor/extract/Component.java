package io.alchemi.processor.extract;

import io.alchemi.config.schema.KeySchema;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Component of a record that is being compiled, or of an application of a generic record.
 *
 * @param element the component
 * @param place the element at which problems are reported: the field, since javac 17 has no position for components
 * @param type the Java type, with the type arguments of the application instead of type parameters
 * @param isDependent true if the declared type refers to a type parameter of the record
 * @param key the key; its type is a placeholder unless the component is supported
 * @param isSupported true if the type is supported and all annotations are resolved; false for a dependent component of a generic
 *     record without type arguments, whose type is unknown
 * @param faults the problems of its type
 * @param ignored the constraints of other libraries that have no effect on files
 * @param flattened the record whose keys replace the key, or null
 */
public record Component(
        RecordComponentElement element,
        Element place,
        TypeMirror type,
        boolean isDependent,
        KeySchema key,
        boolean isSupported,
        List<TypeFault> faults,
        List<IgnoredConstraint> ignored,
        @Nullable ExtractedRecord flattened) {

    /** Returns true if the keys of its record replace its key, also if that record is not known. */
    public boolean isFlattened() {
        return flattened != null || (isDependent && !isSupported && Annotations.has(element, SchemaAnnotation.FLATTEN));
    }

    /** Returns the keys that the component adds to its record. */
    public List<KeySchema> keys() {
        return flattened == null ? List.of(key) : flattened.schema().keys();
    }

    /** Returns true if an annotation refers to a missing element, so that its values are unknown. */
    boolean isUnreadable() {
        for (TypeFault fault : faults) {
            if (fault.reason() == TypeFault.Reason.UNRESOLVED_ANNOTATION) {
                return true;
            }
        }
        return false;
    }
}
