package io.alchemi.processor.extract;

import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.ValueType.ScalarType;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Finds the schema of an input file. Uses only its id, so that a file may refer to a schema that contains the component. */
public final class InputSchema {
    private InputSchema() {}

    /** Returns the type that the component specifies as a schema, or null if there is none. */
    public static @Nullable TypeMirror named(Element component) {
        AnnotationMirror input = Annotations.find(component, SchemaAnnotation.INPUT);
        TypeMirror named = input == null ? null : Annotations.type(input, "schema");
        return named == null || named.getKind() == TypeKind.VOID ? null : named;
    }

    /** Returns the root record of the schema, or null if there is no schema or its type is not a root record. */
    public static @Nullable TypeElement root(Element component) {
        TypeMirror named = named(component);
        TypeElement root = named == null ? null : JavaTypes.element(named);
        boolean plain = root != null
                && root.getKind() == ElementKind.RECORD
                && root.getTypeParameters().isEmpty()
                && Annotations.has(root, SchemaAnnotation.CONFIG_SCHEMA);
        return plain ? root : null;
    }

    /** Returns the scalar type of the paths in a component. */
    static ScalarType paths(Element component) {
        TypeElement root = root(component);
        AnnotationMirror schema = root == null ? null : Annotations.find(root, SchemaAnnotation.CONFIG_SCHEMA);
        return new ScalarType(
                Annotations.has(component, SchemaAnnotation.INPUT) ? ScalarKind.INPUT : ScalarKind.PATH,
                schema == null ? null : Annotations.text(schema, "id"));
    }
}
