package io.alchemi.processor.extract;

import io.alchemi.config.schema.Docs;
import io.alchemi.config.schema.RecordSchema;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * A record with its description and the elements from which it was taken.
 *
 * @param element the record
 * @param compiled whether it is being compiled; otherwise the description was read from its generated class
 * @param schema its description
 * @param docs what its parts mean
 * @param components its components, none if it is not being compiled
 * @param unions the sealed interfaces of its components, none if it is not being compiled
 * @param rules its methods that are annotated as rules, none if it is not being compiled
 * @param strayParams the names of {@code @param} lines that are no components
 */
public record ExtractedRecord(
        TypeElement element,
        boolean compiled,
        RecordSchema schema,
        Docs docs,
        List<Component> components,
        List<ExtractedUnion> unions,
        List<ExecutableElement> rules,
        List<String> strayParams) {

    /** Returns true if an annotation of the record names something that does not exist, so that its values are not known. */
    public boolean isUnreadable() {
        return compiled && Annotations.unresolved(element);
    }

    /** Returns the record with those components only of which all annotations are known. */
    public ExtractedRecord readable() {
        if (components.stream().noneMatch(Component::isUnreadable)) {
            return this;
        }
        List<Component> readable = components.stream()
                .filter(component -> !component.isUnreadable())
                .toList();
        return new ExtractedRecord(element, compiled, schema, docs, readable, unions, rules, strayParams);
    }

    /** The component of a key, or null if the record is not being compiled. */
    public @Nullable Component component(String key) {
        for (Component component : components) {
            if (component.key().name().equals(key)) {
                return component;
            }
        }
        return null;
    }
}
