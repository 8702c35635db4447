package io.alchemi.processor.emit.binding;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.alchemi.config.generated.RecordBinder;
import io.alchemi.config.generated.ValueReader;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedEnum;
import io.alchemi.processor.extract.ExtractedRecord;
import io.alchemi.processor.extract.JavaTypes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;

/**
 * Builds the nested class of an application of a generic record: its description, and the readers of the components that depend on
 * type arguments. It extends the class of the generic record.
 */
final class ApplicationClass {
    private final ExtractedRecord application;
    private final ClassName self;
    private final Binders binders;
    private final Function<String, ClassName> types;

    /**
     * Creates a builder.
     *
     * @param self the name of the class
     * @param binders the binders of the enclosing class
     * @param types maps the qualified name of a type to its class
     */
    ApplicationClass(ExtractedRecord application, ClassName self, Binders binders, Function<String, ClassName> types) {
        this.application = application;
        this.self = self;
        this.binders = binders;
        this.types = types;
    }

    /** Returns the name of the method that returns the reader of a component. */
    static String reader(Component component) {
        return component.key().component() + "Reader";
    }

    /** Returns the name of the method that returns the binder of a flattened component. */
    static String binder(Component component) {
        return component.key().component() + "Binder";
    }

    /** Returns the type that the reader of a component reads: for an optional the type of its value. */
    static TypeName read(Component component) {
        return TypeName.get(held(component.type())).withoutAnnotations();
    }

    private static TypeMirror held(TypeMirror type) {
        TypeMirror held = JavaTypes.isOptional(type) ? JavaTypes.argument(type, 0) : null;
        return held == null ? type : held;
    }

    /** Returns the class. */
    TypeSpec build(Modifier visibility) {
        TypeName type = TypeName.get(application.type()).withoutAnnotations();
        ClassName generic = GeneratedFiles.name(application.element(), "Schema");
        TypeSpec.Builder builder = TypeSpec.classBuilder(self)
                .addJavadoc("YAML binding of {@code $T}.", type)
                .addModifiers(visibility, Modifier.STATIC, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(
                        generic, ((ParameterizedTypeName) type).typeArguments().toArray(TypeName[]::new)));
        SchemaClass.addInstance(builder, self, application);
        addDocs(builder);
        addBindings(builder);
        dependent().forEach(component -> builder.addMethod(method(component)));
        return builder.build();
    }

    private List<Component> dependent() {
        return application.components().stream().filter(Component::isDependent).toList();
    }

    /** Adds the docs of the enums among the type arguments. */
    private void addDocs(TypeSpec.Builder builder) {
        Set<String> known = new LinkedHashSet<>();
        Set<String> added = new LinkedHashSet<>();
        for (Component component : application.components()) {
            component.key().type().enums().forEach(type -> (component.isDependent() ? added : known).add(type.type()));
        }
        CodeBlock all = CodeBlock.of("super.docsText()");
        for (ExtractedEnum constants : application.enums()) {
            String type = constants.schema().type();
            if (added.contains(type)
                    && !known.contains(type)
                    && !constants.docs().isEmpty()) {
                all = CodeBlock.of("$L.concat($T.text())", all, GeneratedFiles.name(constants.element(), "Docs"));
                known.add(type);
            }
        }
        if (!all.toString().equals("super.docsText()")) {
            builder.addMethod(SchemaClass.override("docsText", Modifier.PROTECTED, ClassName.get(String.class))
                    .addStatement("return $L", all)
                    .build());
        }
    }

    private void addBindings(TypeSpec.Builder builder) {
        Set<ClassName> parts = new LinkedHashSet<>();
        List<CodeBlock> flattened = new ArrayList<>();
        for (Component component : dependent()) {
            if (component.flattened() != null) {
                flattened.add(CodeBlock.of("$T.INSTANCE", binders.of(component.flattened())));
            } else {
                for (RecordType section : component.key().type().records()) {
                    parts.add(binders.of(section.type()));
                }
            }
        }
        addBindings(
                builder,
                "parts",
                parts.stream().map(part -> CodeBlock.of("$T.INSTANCE", part)).toList());
        addBindings(builder, "flattened", flattened);
    }

    private static void addBindings(TypeSpec.Builder builder, String method, List<CodeBlock> instances) {
        if (!instances.isEmpty()) {
            builder.addMethod(SchemaClass.override(method, Modifier.PROTECTED, SchemaClass.BINDINGS)
                    .addStatement("return with(super.$L(), $L)", method, CodeBlock.join(instances, ", "))
                    .build());
        }
    }

    private MethodSpec method(Component component) {
        ExtractedRecord flattened = component.flattened();
        if (flattened != null) {
            return SchemaClass.override(
                            binder(component),
                            Modifier.PROTECTED,
                            ParameterizedTypeName.get(ClassName.get(RecordBinder.class), read(component)))
                    .addStatement("return $T.INSTANCE", binders.of(flattened))
                    .build();
        }
        CodeBlock code =
                new ValueReaderCall(types, binders::of).code(component.key().type(), held(component.type()));
        return SchemaClass.override(
                        reader(component),
                        Modifier.PROTECTED,
                        ParameterizedTypeName.get(ClassName.get(ValueReader.class), read(component)))
                .addStatement("return $L", code)
                .build();
    }
}
