package io.alchemi.processor.extract;

import io.alchemi.config.schema.Docs;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Record with its description and the elements that it was extracted from.
 *
 * @param element the record
 * @param generic the generic record without type arguments, or null if it is not an application of one
 * @param type the type, with the type arguments of an application
 * @param compiled true if it is being compiled; otherwise the description was read from its generated class
 * @param schema the description
 * @param docs the documentation of the record and its keys
 * @param components the components, none if it is not being compiled, except for applications
 * @param enums the enums of its keys
 * @param unions the sealed interfaces used by the components, none if it is not being compiled
 * @param rules the methods annotated with {@code @Rule}, none if it is not being compiled
 * @param strayParams the names in {@code @param} tags that do not match a component
 */
public record ExtractedRecord(
        TypeElement element,
        @Nullable ExtractedRecord generic,
        TypeMirror type,
        boolean compiled,
        RecordSchema schema,
        Docs docs,
        List<Component> components,
        List<ExtractedEnum> enums,
        List<ExtractedUnion> unions,
        List<ExecutableElement> rules,
        List<String> strayParams) {

    /** Returns the name for messages: without the package, with the enclosing types and the type arguments. */
    public String shown() {
        return generic == null ? Names.shown(element) : TypeText.of(type);
    }

    /** Returns the component of a key for messages: {@code Type.component}, since Eclipse's compiler prints no location. */
    public String shown(KeySchema key) {
        return declaring(key).shown() + "." + key.component();
    }

    /** Returns a component for messages, see {@link #shown(KeySchema)}. */
    public String shown(Component component) {
        return shown(component.key());
    }

    /** Returns true if it is a generic record without type arguments. */
    public boolean isGeneric() {
        return generic == null && Generics.isGeneric(element);
    }

    /** Returns true if an annotation of the record refers to a missing element, so that its values are unknown. */
    public boolean isUnreadable() {
        return compiled && Annotations.unresolved(element);
    }

    /** Returns the record with only those components whose annotations are all resolved. */
    public ExtractedRecord readable() {
        List<Component> readable = new ArrayList<>();
        for (Component component : components) {
            if (!component.isUnreadable()) {
                readable.add(component);
            }
        }
        return readable.size() == components.size()
                ? this
                : new ExtractedRecord(
                        element, generic, type, compiled, schema, docs, readable, enums, unions, rules, strayParams);
    }

    /** Returns the component that declares a key, or the nearest one that is being compiled, or null if there is none. */
    public @Nullable Component component(String key) {
        for (Component component : components) {
            for (KeySchema candidate : component.keys()) {
                if (candidate.name().equals(key)) {
                    ExtractedRecord flattened = component.flattened();
                    return flattened == null || !flattened.compiled() ? component : flattened.component(key);
                }
            }
        }
        return null;
    }

    /** Returns the components that declare its keys, also those of flattened records, if they are being compiled. */
    public List<Component> declaring() {
        List<Component> declaring = new ArrayList<>();
        for (Component component : components) {
            if (component.flattened() == null) {
                declaring.add(component);
            } else {
                declaring.addAll(component.flattened().declaring());
            }
        }
        return declaring;
    }

    /** Returns the records whose keys are flattened into this record, not those flattened into them. */
    public List<ExtractedRecord> flattened() {
        List<ExtractedRecord> flattened = new ArrayList<>();
        for (Component component : components) {
            if (component.flattened() != null) {
                flattened.add(component.flattened());
            }
        }
        return flattened;
    }

    /** Returns the record that declares a key: this one, or a flattened one. */
    @SuppressWarnings("ReferenceEquality") // Two records may declare equal keys.
    public ExtractedRecord declaring(KeySchema key) {
        for (ExtractedRecord part : flattened()) {
            if (part.schema().keys().stream().anyMatch(candidate -> candidate == key)) {
                return part.declaring(key);
            }
        }
        return this;
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
