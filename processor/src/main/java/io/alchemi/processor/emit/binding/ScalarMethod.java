package io.alchemi.processor.emit.binding;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.alchemi.config.generated.FactoryScalar;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedRecord;
import io.alchemi.processor.extract.JavaTypes;
import io.alchemi.processor.extract.ProgramScalar;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** The method of a binder that returns the scalars to write for values of the program's scalar types. */
final class ScalarMethod {
    private ScalarMethod() {}

    /** Adds the method if components contain such types. */
    static void add(TypeSpec.Builder builder, ExtractedRecord record) {
        Map<TypeElement, ProgramScalar> scalars = new LinkedHashMap<>();
        for (Component component : record.components()) {
            for (TypeElement type : JavaTypes.named(component.type())) {
                ProgramScalar scalar = ProgramScalar.of(type.asType());
                if (scalar != null) {
                    scalars.put(type, scalar);
                }
            }
        }
        if (scalars.isEmpty()) {
            return;
        }
        CodeBlock.Builder body = CodeBlock.builder();
        scalars.forEach((type, scalar) -> {
            TypeName name = TypeName.get(type.asType());
            String component = scalar.component();
            body.add(
                    "if (value instanceof $T it) {\n$>return $T.of(it, $T.class, $T::$L, $L);\n$<}\n",
                    name,
                    FactoryScalar.class,
                    scalar.kind().javaType(),
                    name,
                    scalar.factory().getSimpleName(),
                    component == null ? "null" : "it." + component + "()");
        });
        builder.addMethod(SchemaClass.override("scalar", Modifier.PROTECTED, TypeName.get(Object.class))
                .addParameter(Object.class, "value")
                .addCode(body.add("return null;\n").build())
                .build());
    }
}
