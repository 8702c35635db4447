package io.alchemi.processor.extract;

import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.ValueType.ScalarType;
import io.alchemi.schema.ConfigSchema;
import io.alchemi.schema.Input;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The schema that a component says the file at its path has. Only its id is taken from it, so files may name their own schema. */
public final class InputSchema {
    private InputSchema() {}

    /** What the component names as a schema, or null if it names none. */
    public static @Nullable TypeMirror named(Element component) {
        AnnotationMirror input = Annotations.find(component, Input.class);
        TypeMirror named = input == null ? null : Annotations.type(input, "schema");
        return named == null || named.getKind() == TypeKind.VOID ? null : named;
    }

    /** The root record of that schema, or null if the component names none or something else. */
    public static @Nullable TypeElement root(Element component) {
        TypeMirror named = named(component);
        TypeElement root = named == null ? null : JavaTypes.element(named);
        boolean plain = root != null
                && root.getKind() == ElementKind.RECORD
                && root.getTypeParameters().isEmpty()
                && Annotations.has(root, ConfigSchema.class);
        return plain ? root : null;
    }

    /** What the paths of a component are. */
    static ScalarType paths(Element component) {
        TypeElement root = root(component);
        AnnotationMirror schema = root == null ? null : Annotations.find(root, ConfigSchema.class);
        return new ScalarType(
                Annotations.has(component, Input.class) ? ScalarKind.INPUT : ScalarKind.PATH,
                schema == null ? null : Annotations.text(schema, "id"));
    }
}
