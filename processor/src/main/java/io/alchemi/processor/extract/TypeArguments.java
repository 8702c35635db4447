package io.alchemi.processor.extract;

import io.alchemi.config.schema.KeySchema;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The type arguments with which a record is extracted.
 *
 * @param generics queries on generic records
 * @param record the record
 * @param application the type with its arguments, or null for a record without type arguments
 * @param generic the generic record of the application, or null
 */
record TypeArguments(
        Generics generics,
        TypeElement record,
        @Nullable DeclaredType application,
        @Nullable ExtractedRecord generic) {

    /** Returns the name of the record in descriptions. */
    String name() {
        return application == null
                ? record.getQualifiedName().toString()
                : Generics.name(application).toString();
    }

    /** Returns the type of the record. */
    TypeMirror type() {
        return application == null ? record.asType() : application;
    }

    /** Returns the generic record if it is a class file, which lacks the docs and the nullability. */
    @Nullable
    ExtractedRecord written() {
        return generic == null || generic.compiled() ? null : generic;
    }

    /** Returns a key of a record of a class file, or null. */
    @Nullable
    KeySchema writtenKey(String name) {
        ExtractedRecord written = written();
        return written == null ? null : written.schema().key(name);
    }

    /** Returns true if the type of a component depends on type arguments that are not known. */
    boolean isUnknown(RecordComponentElement component) {
        return application == null && Generics.hasVariable(component.asType());
    }

    /** Returns the type of a component. */
    TypeMirror typeOf(RecordComponentElement component) {
        return application == null ? component.asType() : generics.substitute(component.asType(), application);
    }
}
