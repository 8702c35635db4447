package io.alchemi.processor.extract;

import io.alchemi.config.schema.KeySchema;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;

/**
 * A component of a record that is being compiled.
 *
 * @param element the component
 * @param place where to report: the field of the component, since javac 17 knows no place of a component
 * @param key the key that it describes; of no use beyond its name unless the type is {@link Support#SUPPORTED}
 * @param support whether its type can be described
 */
public record Component(RecordComponentElement element, Element place, KeySchema key, Support support) {

    /** Whether a type can be described. */
    public enum Support {
        /** The description says what it is. */
        SUPPORTED,
        /** No value in YAML is of such a type. */
        UNSUPPORTED,
        /** The type does not exist; another processor may yet generate it. */
        UNRESOLVED
    }

    /** Whether the description says what its type is. */
    public boolean isSupported() {
        return support == Support.SUPPORTED;
    }
}
