package io.alchemi.processor.emit.binding;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedRecord;
import io.alchemi.processor.extract.JavaTypes;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;

/** Adds the methods of a builder that set the values of a record. */
final class Setters {
    private Setters() {}

    /**
     * Adds a method for each component, which calls {@code put} with the name of its key.
     *
     * @param builder the class of the builder
     * @param self its type
     * @param binders the binders of the record
     */
    static void add(
            TypeSpec.Builder builder, ExtractedRecord record, TypeName self, Binders binders, GeneratedFiles files) {
        for (Component component : record.components()) {
            builder.addMethod(
                    component.isFlattened()
                            ? setter(component, self, binders)
                            : setter(record, component, self, files));
        }
    }

    private static MethodSpec setter(ExtractedRecord record, Component component, TypeName self, GeneratedFiles files) {
        KeySchema key = component.key();
        String name = key.component();
        String doc = record.docs().ofKey(key.name());
        TypeName type = type(component.type());
        return MethodSpec.methodBuilder(name)
                .addJavadoc(
                        "Sets {@code $L}.\n\n@param $L $L\n@return this",
                        key.name(),
                        name,
                        doc.isEmpty() ? "the value" : JavaText.doc(doc))
                .addModifiers(Modifier.PUBLIC)
                .returns(self)
                .addParameter(key.nullable() ? files.nullable(type, record.element()) : type, name)
                .addStatement("put($L, $L)", JavaText.literal(key.name()), name)
                .addStatement("return this")
                .build();
    }

    /** Returns the setter of all keys of a flattened record. */
    private static MethodSpec setter(Component component, TypeName self, Binders binders) {
        String name = component.key().component();
        TypeName type = type(component.type());
        TypeName raw = type instanceof ParameterizedTypeName applied ? applied.rawType() : type;
        ExtractedRecord flattened = component.flattened();
        CodeBlock binder = flattened == null
                ? CodeBlock.of("this.schema.$L()", ApplicationClass.binder(component))
                : CodeBlock.of("$T.INSTANCE", binders.of(flattened));
        return MethodSpec.methodBuilder(name)
                .addJavadoc("Sets the keys of {@link $T}.\n\n@param $L the values\n@return this", raw, name)
                .addModifiers(Modifier.PUBLIC)
                .returns(self)
                .addParameter(type, name)
                .addStatement("putAll($L, $L)", binder, name)
                .addStatement("return this")
                .build();
    }

    /** Returns the type of the parameter: for an optional the type of its value, since null represents an empty one. */
    private static TypeName type(TypeMirror component) {
        String primitive = JavaTypes.primitiveOfOptional(component);
        ScalarKind kind = primitive == null ? null : ScalarKind.ofJavaType(primitive);
        if (kind != null) {
            return ClassName.get(kind.javaType());
        }
        TypeMirror held = JavaTypes.isOptional(component) ? JavaTypes.argument(component, 0) : null;
        return TypeName.get(held == null ? component : held).withoutAnnotations();
    }
}
