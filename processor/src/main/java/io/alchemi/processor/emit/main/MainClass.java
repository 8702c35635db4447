package io.alchemi.processor.emit.main;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.alchemi.config.schema.MetricGoal;
import io.alchemi.config.schema.MetricSchema;
import io.alchemi.config.schema.MetricStage;
import io.alchemi.processor.emit.binding.GeneratedFiles;
import io.alchemi.processor.emit.binding.JavaText;
import io.alchemi.processor.extract.CommandClass;
import io.alchemi.processor.extract.CommandKind;
import io.alchemi.processor.extract.MetricAnnotations;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Builds the {@code …Main} class of a command. It loads the annotated class only when that runs. */
public final class MainClass {
    private final GeneratedFiles files;

    /** Creates a builder. */
    public MainClass(GeneratedFiles files) {
        this.files = files;
    }

    /** Returns the class for a command and the record that it receives. */
    public TypeSpec.Builder build(CommandClass command, TypeElement config) {
        CommandKind kind = command.kind();
        TypeElement element = command.element();
        ClassName type = ClassName.get(element);
        ClassName record = ClassName.get(config);
        TypeSpec.Builder main = files.start(element, "Main", config)
                .addJavadoc("Runs {@link $T} as {@code alchemi $L}. Generated; do not edit.", type, command.name())
                .superclass(ParameterizedTypeName.get(ClassName.get(kind.runtimePackage(), kind.baseName()), record))
                .addMethod(MethodSpec.constructorBuilder()
                        .addJavadoc("Creates the command.")
                        .addModifiers(Modifier.PUBLIC)
                        .addStatement("super($L, $L)", JavaText.literal(command.name()), schema(kind, config))
                        .build())
                .addMethod(MethodSpec.methodBuilder(kind == CommandKind.TRAINER ? "trainer" : "action")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PROTECTED)
                        .returns(ParameterizedTypeName.get(
                                ClassName.get(kind.runtimePackage(), kind.interfaceName()), record))
                        .addStatement("return new $T()", type)
                        .build());
        List<MetricSchema> metrics = kind == CommandKind.TRAINER ? MetricAnnotations.of(element) : List.of();
        if (!metrics.isEmpty()) {
            main.addMethod(metrics(metrics));
        }
        return main.addMethod(main(element));
    }

    private static CodeBlock schema(CommandKind kind, TypeElement config) {
        return kind.isConfigured()
                ? CodeBlock.of("new $T()", GeneratedFiles.name(config, "Loader"))
                : CodeBlock.of("$T.INSTANCE", GeneratedFiles.name(config, "Schema"));
    }

    private static MethodSpec metrics(List<MetricSchema> metrics) {
        CodeBlock.Builder list = CodeBlock.builder();
        for (MetricSchema metric : metrics) {
            list.add(list.isEmpty() ? "" : ",\n")
                    .add(
                            "new $T($L, $T.$L, $T.$L, $L, $L)",
                            MetricSchema.class,
                            JavaText.literal(metric.name()),
                            MetricStage.class,
                            metric.stage(),
                            MetricGoal.class,
                            metric.goal(),
                            JavaText.literal(metric.unit()),
                            JavaText.literal(metric.doc()));
        }
        return MethodSpec.methodBuilder("metrics")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(ParameterizedTypeName.get(List.class, MetricSchema.class))
                .addStatement("return $T.of(\n$L)", List.class, list.build())
                .build();
    }

    private static MethodSpec main(TypeElement element) {
        return MethodSpec.methodBuilder("main")
                .addJavadoc(
                        "Runs the command and exits with its exit code.\n\n@param args the arguments of the command")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(String[].class, "args")
                .addStatement("System.exit(new $T().run(args))", GeneratedFiles.name(element, "Main"))
                .build();
    }
}
