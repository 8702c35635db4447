package io.alchemi.processor.emit.binding;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.alchemi.config.GlobalMerge;
import io.alchemi.config.generated.GlobalValues;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedRecord;
import io.alchemi.processor.extract.JavaTypes;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Builds the {@code …Merge} class of a global block, including the builder of its values. */
public final class MergeClass {
    private static final ClassName MERGE = ClassName.get(GlobalMerge.class);
    private static final ClassName VALUES = ClassName.get(GlobalValues.class);

    private final GeneratedFiles files;

    /** Creates a builder. */
    public MergeClass(GeneratedFiles files) {
        this.files = files;
    }

    /** Returns the class for a global block. */
    public TypeSpec.Builder build(ExtractedRecord record) {
        TypeElement element = record.element();
        ClassName type = ClassName.get(element);
        ClassName values = GeneratedFiles.name(element, "Merge").nestedClass("Values");
        return files.start(element, "Merge")
                .addJavadoc("Merges {@link $T} from all sources. Generated; do not edit.", type)
                .superclass(ParameterizedTypeName.get(MERGE, type))
                .addMethod(MethodSpec.constructorBuilder()
                        .addJavadoc("Creates a merge.")
                        .addModifiers(Modifier.PUBLIC)
                        .addStatement("super($T.INSTANCE)", GeneratedFiles.name(element, "Schema"))
                        .build())
                .addMethod(MethodSpec.methodBuilder("values")
                        .addJavadoc("Returns a new source for values that a program sets.\n\n@return an empty source")
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .returns(values)
                        .addStatement("return new $T()", values)
                        .build())
                .addType(values(record, values));
    }

    private TypeSpec values(ExtractedRecord record, ClassName self) {
        TypeSpec.Builder builder = TypeSpec.classBuilder("Values")
                .addJavadoc("Values that a program sets.")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .superclass(VALUES)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addStatement("super($T.INSTANCE)", GeneratedFiles.name(record.element(), "Schema"))
                        .build());
        for (Component component : record.components()) {
            builder.addMethod(setter(record, component, self));
        }
        return builder.build();
    }

    private MethodSpec setter(ExtractedRecord record, Component component, ClassName self) {
        KeySchema key = component.key();
        String name = key.component();
        String doc = record.docs().ofKey(key.name());
        TypeName type = type(component.element().asType());
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
