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
import io.alchemi.config.RecordBuilder;
import io.alchemi.config.generated.Fields;
import io.alchemi.config.generated.RecordBinder;
import io.alchemi.config.generated.RuleResults;
import io.alchemi.config.schema.SchemaText;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedEnum;
import io.alchemi.processor.extract.ExtractedRecord;
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
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** Builds the {@code …Schema} class of a record: its description and the code that constructs the record. */
public final class SchemaClass {
    private static final TypeName ANY_BINDING =
            ParameterizedTypeName.get(ClassName.get(RecordBinder.class), WildcardTypeName.subtypeOf(Object.class));

    /** The rest of 120 columns after {@code return new RecordBinder<?>[] {};} and its indentation. */
    private static final int WIDTH_OF_BINDINGS = 87;

    private final GeneratedFiles files;
    private final Elements elements;

    /**
     * Creates a builder.
     *
     * @param files starts and writes classes
     * @param elements the utilities of the compiler
     */
    public SchemaClass(GeneratedFiles files, Elements elements) {
        this.files = files;
        this.elements = elements;
    }

    /** Returns the class for a record. */
    public TypeSpec.Builder build(ExtractedRecord record) {
        TypeElement element = record.element();
        ClassName type = ClassName.get(element);
        ClassName self = GeneratedFiles.name(element, "Schema");
        TypeSpec.Builder builder = files.start(element, "Schema", used(record))
                .addJavadoc("YAML binding of {@link $T}. Generated; do not edit.", type)
                .superclass(ParameterizedTypeName.get(ClassName.get(RecordBinder.class), type))
                .addField(FieldSpec.builder(self, "INSTANCE", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
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
        addDocs(builder, record);
        addBindings(builder, "parts", parts(record), true);
        addBindings(builder, "inputs", inputs(record), false);
        addBindings(builder, "flattened", flattened(record), true);
        builder.addMethod(bind(record, type)).addMethod(values(record, type));
        if (!record.rules().isEmpty()) {
            builder.addMethod(rules(record, type));
        }
        addBuilder(builder, record, type, self);
        return builder;
    }

    /** Returns the elements that the class refers to, other than the record. */
    private Element[] used(ExtractedRecord record) {
        List<Element> used = new ArrayList<>(record.rules());
        for (Component component : record.components()) {
            used.add(component.element().getAccessor());
            used.addAll(JavaTypes.named(component.element().asType()));
            component.key().type().records().forEach(part -> used.add(element(part.type())));
        }
        return used.toArray(Element[]::new);
    }

    private static MethodSpec.Builder override(String name, Modifier visibility, TypeName returns) {
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

    private Set<ClassName> parts(ExtractedRecord record) {
        Set<ClassName> parts = new LinkedHashSet<>();
        for (Component component : record.components()) {
            if (component.flattened() == null) {
                for (RecordType section : component.key().type().records()) {
                    parts.add(part(section.type()));
                }
            }
        }
        return parts;
    }

    private static Set<ClassName> flattened(ExtractedRecord record) {
        Set<ClassName> flattened = new LinkedHashSet<>();
        record.flattened().forEach(part -> flattened.add(GeneratedFiles.name(part.element(), "Schema")));
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
        builder.addMethod(override(method, Modifier.PROTECTED, ArrayTypeName.of(ANY_BINDING))
                .addCode("return new $T[] {" + list + "};\n", ANY_BINDING, all)
                .build());
    }

    private ClassName part(String type) {
        return GeneratedFiles.name(element(type), "Schema");
    }

    private TypeElement element(String type) {
        TypeElement element = elements.getTypeElement(type);
        if (element == null) {
            throw new IllegalStateException("type " + type + " has a description but does not exist");
        }
        return element;
    }

    private MethodSpec bind(ExtractedRecord record, ClassName type) {
        CodeBlock.Builder body = CodeBlock.builder().add("return new $T(", type);
        Iterator<Component> components = record.components().iterator();
        while (components.hasNext()) {
            Component component = components.next();
            body.add("\n        ").add(read(component));
            body.add(components.hasNext() ? "," : "");
        }
        return override("bind", Modifier.PUBLIC, type)
                .addParameter(Fields.class, "in")
                .addCode(body.add(");\n").build())
                .build();
    }

    private MethodSpec values(ExtractedRecord record, ClassName type) {
        List<CodeBlock> parts = new ArrayList<>();
        List<CodeBlock> own = new ArrayList<>();
        for (Component component : record.components()) {
            CodeBlock value = CodeBlock.of("it.$L()", component.key().component());
            ExtractedRecord flattened = component.flattened();
            if (flattened == null) {
                own.add(value);
            } else {
                addArray(own, parts);
                parts.add(CodeBlock.of(
                        "valuesOf($T.INSTANCE, $L)", GeneratedFiles.name(flattened.element(), "Schema"), value));
            }
        }
        addArray(own, parts);
        return override("values", Modifier.PROTECTED, ArrayTypeName.of(ClassName.get(Object.class)))
                .addParameter(type, "it")
                .addCode(
                        record.flattened().isEmpty() ? "return $L;\n" : "return join(\n        $L);\n",
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

    /** Adds the builder of records and the methods that create one. */
    private void addBuilder(TypeSpec.Builder builder, ExtractedRecord record, ClassName type, ClassName self) {
        ClassName name = self.nestedClass("Builder");
        builder.addMethod(MethodSpec.methodBuilder("builder")
                .addJavadoc("Returns a builder with the defaults.\n\n@return a new builder")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(name)
                .addStatement("return new $T(null)", name)
                .build());
        builder.addMethod(MethodSpec.methodBuilder("builder")
                .addJavadoc(
                        "Returns a builder with the values of a record.\n\n@param from the record\n@return a new builder")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(name)
                .addParameter(type, "from")
                .addStatement("return new $T(from)", name)
                .build());
        TypeSpec.Builder nested = TypeSpec.classBuilder(name)
                .addJavadoc("Builds a {@link $T}, which is checked like a configuration.", type)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(ClassName.get(RecordBuilder.class), type))
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(files.nullable(type, record.element()), "from")
                        .addStatement("super(INSTANCE, from)")
                        .build());
        Setters.add(nested, record, name, files);
        builder.addType(nested.build());
    }

    /** Returns the call that reads one component. */
    private CodeBlock read(Component component) {
        ExtractedRecord flattened = component.flattened();
        if (flattened != null) {
            return CodeBlock.of("in.flattened($T.INSTANCE)", GeneratedFiles.name(flattened.element(), "Schema"));
        }
        TypeMirror type = component.element().asType();
        return new ReadCall(component.key(), type, name -> ClassName.get(element(name)), this::part).code();
    }

    private static MethodSpec rules(ExtractedRecord record, ClassName type) {
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
            body.addStatement("out.rule($L, $T.$L($L))", JavaText.literal(name), type, name, arguments);
        }
        return override("rules", Modifier.PUBLIC, TypeName.VOID)
                .addParameter(type, "it")
                .addParameter(RuleResults.class, "out")
                .addCode(body.build())
                .build();
    }
}
