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
 * @param docs the docs of the record and of its keys
 * @param components its components, none if it is not being compiled
 * @param enums the enums of its keys
 * @param unions the sealed interfaces of its components, none if it is not being compiled
 * @param rules its methods that are annotated as rules, none if it is not being compiled
 * @param unresolved whether it names something that does not exist; another processor may yet generate it
 */
public record ExtractedRecord(
        TypeElement element,
        boolean compiled,
        RecordSchema schema,
        Docs docs,
        List<Component> components,
        List<ExtractedEnum> enums,
        List<ExtractedUnion> unions,
        List<ExecutableElement> rules,
        boolean unresolved) {

    /** The component of a key, or null if the record is not being compiled. */
    public @Nullable Component component(String key) {
        for (Component component : components) {
            if (component.key().name().equals(key)) {
                return component;
            }
        }
        return null;
    }

    /** Returns the docs of the record, of its keys and of the constants of its enums. */
    public Docs docsWithEnums() {
        Docs all = Docs.empty();
        all.putAll(docs);
        for (ExtractedEnum constants : enums) {
            all.putAll(constants.docs());
        }
        return all;
    }
}
