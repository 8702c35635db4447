package io.alchemi.processor.emit.binding;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import io.alchemi.config.RecordBuilder;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedRecord;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Builds the nested {@code Builder} of a record and the methods that create one. Those of a generic record are not static, since an
 * application knows how to check its values.
 */
final class BuilderClass {
    private final ExtractedRecord record;
    private final TypeName type;
    private final ClassName schema;
    private final Binders binders;
    private final GeneratedFiles files;
    private final ClassName name;
    private final TypeName applied;
    private final List<TypeVariableName> variables;

    /**
     * Creates a builder.
     *
     * @param type the type of the record
     * @param schema the enclosing class
     * @param binders its binders
     */
    BuilderClass(ExtractedRecord record, TypeName type, ClassName schema, Binders binders, GeneratedFiles files) {
        this.record = record;
        this.type = type;
        this.schema = schema;
        this.binders = binders;
        this.files = files;
        this.name = schema.nestedClass("Builder");
        this.variables = record.isGeneric() ? GenericMembers.variables(record.element()) : List.of();
        this.applied = applied(name);
    }

    private TypeName applied(ClassName generic) {
        return variables.isEmpty()
                ? generic
                : ParameterizedTypeName.get(generic, variables.toArray(TypeVariableName[]::new));
    }

    /** Adds the class and the methods. */
    void add(TypeSpec.Builder builder) {
        boolean isGeneric = !variables.isEmpty();
        Modifier kind = isGeneric ? Modifier.FINAL : Modifier.STATIC;
        String first = isGeneric ? "this, " : "";
        builder.addMethod(MethodSpec.methodBuilder("builder")
                .addJavadoc("Returns a builder with the defaults.\n\n@return a new builder")
                .addModifiers(Modifier.PUBLIC, kind)
                .returns(applied)
                .addStatement("return new $T($Lnull)", applied, first)
                .build());
        builder.addMethod(MethodSpec.methodBuilder("builder")
                .addJavadoc(
                        "Returns a builder with the values of a record.\n\n@param from the record\n@return a new builder")
                .addModifiers(Modifier.PUBLIC, kind)
                .returns(applied)
                .addParameter(type, "from")
                .addStatement("return new $T($Lfrom)", applied, first)
                .build());
        builder.addType(nested());
    }

    private TypeSpec nested() {
        TypeSpec.Builder nested = TypeSpec.classBuilder(name)
                .addJavadoc(
                        "Builds a {@link $T}, which is checked like a configuration.", ClassName.get(record.element()))
                .addTypeVariables(variables)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(ClassName.get(RecordBuilder.class), type));
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE);
        if (variables.isEmpty()) {
            constructor
                    .addParameter(files.nullable(type, record.element()), "from")
                    .addStatement("super(INSTANCE, from)");
        } else {
            constructor
                    .addParameter(applied(schema), "schema")
                    .addParameter(files.nullable(type, record.element()), "from")
                    .addStatement("super(schema, from)");
            if (needsSchema()) {
                nested.addField(applied(schema), "schema", Modifier.PRIVATE, Modifier.FINAL);
                constructor.addStatement("this.schema = schema");
            }
        }
        nested.addMethod(constructor.build());
        Setters.add(nested, record, applied, binders, files);
        return nested.build();
    }

    /** Returns true if a component is flattened whose binder only the application knows. */
    private boolean needsSchema() {
        return record.components().stream().anyMatch(component -> isFlattenedByApplication(component));
    }

    private static boolean isFlattenedByApplication(Component component) {
        return component.isFlattened() && component.flattened() == null;
    }
}
