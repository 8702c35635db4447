package io.alchemi.processor.extract;

import javax.lang.model.type.TypeMirror;

/**
 * What is wrong with the type of a component.
 *
 * @param reason what is wrong
 * @param type the type, or the part of it, that is at fault
 */
public record TypeFault(Reason reason, TypeMirror type) {

    /** What can be wrong. */
    public enum Reason {
        /** No value in YAML is of such a type. */
        NO_FORM,
        /** The type does not exist; another processor may yet generate it. */
        UNRESOLVED,
        /** An annotation names something that does not exist; another processor may yet generate it. */
        UNRESOLVED_ANNOTATION,
        /** A collection may hold null. */
        NULL_ITEM,
        /** An optional is held by something else. */
        OPTIONAL_INSIDE,
        /** An optional holds a collection. */
        OPTIONAL_COLLECTION,
        /** An optional may itself be null. */
        NULLABLE_OPTIONAL,
        /** The keys of a map are neither texts nor constants. */
        MAP_KEY,
        /** A set holds what is no single value. */
        SET_ITEM
    }
}
