package io.alchemi.processor.extract;

import javax.lang.model.type.TypeMirror;

/**
 * Problem of the type of a component.
 *
 * @param reason the reason
 * @param type the type, or the part of it, that is invalid
 */
public record TypeFault(Reason reason, TypeMirror type) {

    /** Reason why a type is invalid. */
    public enum Reason {
        /** The type has no representation in YAML. */
        NO_FORM,
        /** An application of a generic record contains ever larger ones. */
        ENDLESS,
        /** A type argument is outside the bounds of its type parameter, which the compiler reports, too. */
        OUT_OF_BOUNDS,
        /** The type does not exist. Another processor may still generate it. */
        UNRESOLVED,
        /** The type exists, but not for the package of the record. */
        INACCESSIBLE,
        /** An annotation refers to a missing element. Another processor may still generate it. */
        UNRESOLVED_ANNOTATION,
        /** The factory of a type of the program cannot be called. */
        BAD_FACTORY,
        /** The items of a collection are nullable. */
        NULL_ITEM,
        /** An optional is nested in another type. */
        OPTIONAL_INSIDE,
        /** An optional contains a collection. */
        OPTIONAL_COLLECTION,
        /** An optional is nullable. */
        NULLABLE_OPTIONAL,
        /** The keys of a map are neither strings nor enum constants. */
        MAP_KEY,
        /** The items of a set are neither scalars nor records. */
        SET_ITEM,
        /** The keys of something other than a record are flattened. */
        FLATTENED_VALUE,
        /** The keys of a nullable record are flattened. */
        FLATTENED_NULLABLE,
        /** The keys of a global block are flattened. */
        FLATTENED_GLOBAL,
        /** The keys of a record are flattened into itself. */
        FLATTENED_ITSELF
    }
}
