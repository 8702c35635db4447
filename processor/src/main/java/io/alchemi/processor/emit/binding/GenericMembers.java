package io.alchemi.processor.emit.binding;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import io.alchemi.config.generated.RecordBinder;
import io.alchemi.config.generated.ValueReader;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedRecord;
import io.alchemi.processor.extract.JavaTypes;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Builds the members that only the {@code …Schema} class of a generic record has. Its applications extend that class. */
final class GenericMembers {
    private GenericMembers() {}

    /** Returns the type parameters of a record. */
    static List<TypeVariableName> variables(TypeElement record) {
        return record.getTypeParameters().stream().map(TypeVariableName::get).toList();
    }

    /** Adds the type parameters, a constructor, and the abstract methods for the components that depend on type arguments. */
    static void add(TypeSpec.Builder builder, ExtractedRecord record) {
        builder.addTypeVariables(variables(record.element()));
        builder.addMethod(MethodSpec.constructorBuilder()
                .addJavadoc("Called by the classes of applications.")
                .addModifiers(Modifier.PROTECTED)
                .build());
        for (Component component : record.components()) {
            if (component.isDependent()) {
                builder.addMethod(method(component));
            }
        }
    }

    private static MethodSpec method(Component component) {
        boolean isFlattened = component.isFlattened();
        ClassName returns = ClassName.get(isFlattened ? RecordBinder.class : ValueReader.class);
        String name = isFlattened ? ApplicationClass.binder(component) : ApplicationClass.reader(component);
        return MethodSpec.methodBuilder(name)
                .addJavadoc(
                        "Returns the $L of {@code $L}.\n\n@return the $L",
                        isFlattened ? "binder" : "reader",
                        component.key().component(),
                        isFlattened ? "binder" : "reader")
                .addModifiers(Modifier.PROTECTED, Modifier.ABSTRACT)
                .returns(ParameterizedTypeName.get(returns, ApplicationClass.read(component)))
                .build();
    }

    /** Returns the call that reads a component that depends on type arguments. */
    static CodeBlock read(Component component) {
        CodeBlock value = CodeBlock.of(
                "in.value$L($L, $L())",
                component.key().nullable() ? "OrNull" : "Of",
                JavaText.literal(component.key().name()),
                ApplicationClass.reader(component));
        return JavaTypes.isOptional(component.type())
                ? CodeBlock.of("$T.ofNullable($L)", Optional.class, value)
                : value;
    }
}
