package io.alchemi.processor.emit.binding;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import io.alchemi.config.generated.Fields;
import io.alchemi.config.generated.RecordBinder;
import io.alchemi.config.generated.RuleResults;
import io.alchemi.config.schema.SchemaText;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedEnum;
import io.alchemi.processor.extract.ExtractedRecord;
import io.alchemi.processor.extract.ExtractedSchema;
import io.alchemi.processor.extract.InputSchema;
import io.alchemi.processor.extract.JavaTypes;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Builds the {@code …Schema} class of a record: its description and the code that constructs the record. */
public final class SchemaClass {
    private static final TypeName ANY_BINDING =
            ParameterizedTypeName.get(ClassName.get(RecordBinder.class), WildcardTypeName.subtypeOf(Object.class));
    static final TypeName BINDINGS = ArrayTypeName.of(ANY_BINDING);

    /** The rest of 120 columns after {@code return new RecordBinder<?>[] {};} and its indentation. */
    private static final int WIDTH_OF_BINDINGS = 87;

    private final GeneratedFiles files;

    /**
     * Creates a builder.
     *
     * @param files starts and writes classes
     */
    public SchemaClass(GeneratedFiles files) {
        this.files = files;
    }

    /**
     * Returns the class for a record, or for a generic record, whose class is abstract.
     *
     * @param schema a schema that contains the record or, of a generic record, an application
     */
    public TypeSpec.Builder build(ExtractedRecord record, ExtractedSchema schema) {
        TypeElement element = record.element();
        Binders binders = new Binders(record, schema, files);
        TypeName type = TypeName.get(record.type()).withoutAnnotations();
        ClassName self = GeneratedFiles.name(element, "Schema");
        TypeSpec.Builder builder = files.start(element, "Schema", used(record, binders))
                .addJavadoc("YAML binding of {@link $T}. Generated; do not edit.", ClassName.get(element))
                .superclass(ParameterizedTypeName.get(ClassName.get(RecordBinder.class), type));
        if (record.isGeneric()) {
            TextConstants.add(builder, SchemaText.write(record.schema()));
            GenericMembers.add(builder, record);
        } else {
            addInstance(builder, self, record);
        }
        addDocs(builder, record);
        addBindings(builder, "parts", parts(record, binders), true);
        addBindings(builder, "inputs", inputs(record), false);
        addBindings(builder, "flattened", flattened(record, binders), true);
        builder.addMethod(bind(record, type, binders)).addMethod(values(record, type, binders));
        ScalarMethod.add(builder, record);
        if (!record.rules().isEmpty()) {
            builder.addMethod(rules(record, type));
        }
        new BuilderClass(record, type, self, binders, files).add(builder);
        Modifier visibility =
                record.isGeneric() ? Modifier.PRIVATE : Modifier.PUBLIC; // Applications would inherit them.
        binders.applications()
                .forEach((name, application) -> builder.addType(
                        new ApplicationClass(application, name, binders, this::type).build(visibility)));
        return builder;
    }

    /** Adds the only instance and its description. */
    static void addInstance(TypeSpec.Builder builder, ClassName self, ExtractedRecord record) {
        builder.addField(FieldSpec.builder(self, "INSTANCE", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("The only instance.")
                .initializer("new $T()", self)
                .build());
        int texts = TextConstants.add(builder, SchemaText.write(record.schema()));
        builder.addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(override("text", Modifier.PROTECTED, ClassName.get(String.class))
                        .addStatement("return $L", TextConstants.joined(texts))
                        .build());
    }

    /** Returns the elements that the class refers to, other than the record. */
    private Element[] used(ExtractedRecord record, Binders binders) {
        List<Element> used = new ArrayList<>(record.rules());
        List<Component> components = new ArrayList<>(record.components());
        for (ExtractedRecord application : binders.applications().values()) {
            components.addAll(application.components());
        }
        for (Component component : components) {
            used.add(component.element().getAccessor());
            used.addAll(JavaTypes.named(component.type()));
            for (RecordType part : component.key().type().records()) {
                used.add(files.element(part.type()));
            }
        }
        return used.toArray(new Element[0]);
    }

    /** Starts a method that overrides another one. */
    static MethodSpec.Builder override(String name, Modifier visibility, TypeName returns) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(visibility)
                .returns(returns);
    }

    /** Adds the docs in separate classes, which are loaded only when docs are shown. */
    private static void addDocs(TypeSpec.Builder builder, ExtractedRecord record) {
        List<CodeBlock> texts = new ArrayList<>();
        if (!record.docs().isEmpty()) {
            TypeSpec.Builder docs = TypeSpec.classBuilder("Docs")
                    .addJavadoc("Docs of the record and of its keys, loaded only when they are shown.")
                    .addModifiers(Modifier.STATIC, Modifier.FINAL);
            MethodSpec text =
                    TextConstants.addWithMethod(docs, record.docs().write()).build();
            docs.addMethod(MethodSpec.constructorBuilder()
                    .addModifiers(Modifier.PRIVATE)
                    .build());
            builder.addType(docs.addMethod(text).build());
            texts.add(CodeBlock.of("Docs.text()"));
        }
        for (ExtractedEnum constants : record.enums()) {
            boolean isFlattened =
                    record.flattened().stream().anyMatch(part -> part.enums().contains(constants));
            if (!isFlattened && !constants.docs().isEmpty()) {
                texts.add(CodeBlock.of("$T.text()", GeneratedFiles.name(constants.element(), "Docs")));
            }
        }
        if (!texts.isEmpty()) {
            CodeBlock all = texts.get(0);
            for (CodeBlock more : texts.subList(1, texts.size())) {
                all = CodeBlock.of("$L.concat($L)", all, more);
            }
            builder.addMethod(override("docsText", Modifier.PROTECTED, ClassName.get(String.class))
                    .addStatement("return $L", all)
                    .build());
        }
    }

    private static Set<ClassName> parts(ExtractedRecord record, Binders binders) {
        Set<ClassName> parts = new LinkedHashSet<>();
        for (Component component : record.components()) {
            if (component.flattened() == null) {
                for (RecordType section : component.key().type().records()) {
                    parts.add(binders.of(section.type()));
                }
            }
        }
        return parts;
    }

    private static Set<ClassName> flattened(ExtractedRecord record, Binders binders) {
        Set<ClassName> flattened = new LinkedHashSet<>();
        for (ExtractedRecord part : record.flattened()) {
            flattened.add(binders.of(part));
        }
        return flattened;
    }

    /** Returns the schemas of input files. They have a separate method, which loads them only when such a file is read. */
    private static Set<ClassName> inputs(ExtractedRecord record) {
        Set<ClassName> inputs = new LinkedHashSet<>();
        for (Component component : record.components()) {
            TypeElement root = InputSchema.root(component.element());
            if (root != null) {
                inputs.add(GeneratedFiles.name(root, "Schema"));
            }
        }
        return inputs;
    }

    /**
     * Adds a method that returns bindings, one per line if they do not fit on one line.
     *
     * @param imported false for classes that may be missing because their schemas are invalid: an import would be a second error
     */
    private static void addBindings(
            TypeSpec.Builder builder, String method, Set<ClassName> bindings, boolean imported) {
        if (bindings.isEmpty()) {
            return;
        }
        List<CodeBlock> instances = new ArrayList<>();
        int width = 0;
        for (ClassName binding : bindings) {
            String name = imported ? binding.simpleName() : binding.canonicalName();
            width += name.length() + ".INSTANCE, ".length();
            instances.add(imported ? CodeBlock.of("$T.INSTANCE", binding) : CodeBlock.of("$L.INSTANCE", name));
        }
        String list = width <= WIDTH_OF_BINDINGS ? "$L" : "\n    $L\n";
        CodeBlock all = CodeBlock.join(instances, width <= WIDTH_OF_BINDINGS ? ", " : ",\n    ");
        builder.addMethod(override(method, Modifier.PROTECTED, BINDINGS)
                .addCode("return new $T[] {" + list + "};\n", ANY_BINDING, all)
                .build());
    }

    private ClassName type(String name) {
        return ClassName.get(files.element(name));
    }

    private MethodSpec bind(ExtractedRecord record, TypeName type, Binders binders) {
        CodeBlock.Builder body = CodeBlock.builder().add("return new $T(", type);
        Iterator<Component> components = record.components().iterator();
        while (components.hasNext()) {
            Component component = components.next();
            body.add("\n        ").add(read(component, binders));
            body.add(components.hasNext() ? "," : "");
        }
        return override("bind", Modifier.PUBLIC, type)
                .addParameter(Fields.class, "in")
                .addCode(body.add(");\n").build())
                .build();
    }

    private static MethodSpec values(ExtractedRecord record, TypeName type, Binders binders) {
        List<CodeBlock> parts = new ArrayList<>();
        List<CodeBlock> own = new ArrayList<>();
        for (Component component : record.components()) {
            CodeBlock value = CodeBlock.of("it.$L()", component.key().component());
            if (component.isFlattened()) {
                addArray(own, parts);
                parts.add(CodeBlock.of("valuesOf($L, $L)", binder(component, binders), value));
            } else {
                own.add(value);
            }
        }
        addArray(own, parts);
        return override("values", Modifier.PROTECTED, ArrayTypeName.of(ClassName.get(Object.class)))
                .addParameter(type, "it")
                .addCode(
                        record.components().stream().noneMatch(Component::isFlattened)
                                ? "return $L;\n"
                                : "return join(\n        $L);\n",
                        CodeBlock.join(parts, ",\n        "))
                .build();
    }

    /** Adds an array of the values, if there are any, or if it is the only one, and removes them. */
    private static void addArray(List<CodeBlock> values, List<CodeBlock> arrays) {
        if (!values.isEmpty() || arrays.isEmpty()) {
            arrays.add(CodeBlock.of("new Object[] {\n        $L}", CodeBlock.join(values, ",\n        ")));
            values.clear();
        }
    }

    /** Returns the binder of a flattened component. */
    private static CodeBlock binder(Component component, Binders binders) {
        ExtractedRecord flattened = component.flattened();
        return flattened == null
                ? CodeBlock.of("$L()", ApplicationClass.binder(component))
                : CodeBlock.of("$T.INSTANCE", binders.of(flattened));
    }

    /** Returns the call that reads one component. */
    private CodeBlock read(Component component, Binders binders) {
        if (component.isFlattened()) {
            return CodeBlock.of("in.flattened($L)", binder(component, binders));
        } else if (component.isDependent()) {
            return GenericMembers.read(component);
        }
        return new ReadCall(component.key(), component.type(), this::type, binders::of).code();
    }

    private static MethodSpec rules(ExtractedRecord record, TypeName type) {
        CodeBlock.Builder body = CodeBlock.builder();
        for (ExecutableElement rule : record.rules()) {
            StringBuilder arguments = new StringBuilder();
            for (VariableElement parameter : rule.getParameters()) {
                arguments
                        .append(arguments.length() == 0 ? "" : ", ")
                        .append("it.")
                        .append(parameter.getSimpleName())
                        .append("()");
            }
            String name = rule.getSimpleName().toString();
            String literal = JavaText.literal(name);
            body.beginControlFlow("if (out.begins($L))", literal)
                    .addStatement("out.rule($L, $T.$L($L))", literal, ClassName.get(record.element()), name, arguments)
                    .endControlFlow();
        }
        return override("rules", Modifier.PUBLIC, TypeName.VOID)
                .addParameter(type, "it")
                .addParameter(RuleResults.class, "out")
                .addCode(body.build())
                .build();
    }
}
