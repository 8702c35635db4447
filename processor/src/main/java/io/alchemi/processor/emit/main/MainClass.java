package io.alchemi.processor.emit.main;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.alchemi.processor.emit.binding.GeneratedFiles;
import io.alchemi.processor.emit.binding.JavaText;
import io.alchemi.processor.extract.TrainerClass;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Builds the {@code …Main} class of a trainer. The command loads the trainer only when training starts. */
public final class MainClass {
    private static final String RUN = "io.alchemi.training.run";

    private final GeneratedFiles files;

    /** Creates a builder. */
    public MainClass(GeneratedFiles files) {
        this.files = files;
    }

    /** Returns the class for a trainer and its configuration record. */
    public TypeSpec.Builder build(TrainerClass trainer, TypeElement config) {
        TypeElement element = trainer.element();
        ClassName type = ClassName.get(element);
        ClassName record = ClassName.get(config);
        return files.start(element, "Main", config)
                .addJavadoc("Runs {@link $T} as {@code alchemi $L}. Generated; do not edit.", type, trainer.words())
                .superclass(ParameterizedTypeName.get(ClassName.get(RUN, "TrainCommand"), record))
                .addMethod(MethodSpec.constructorBuilder()
                        .addJavadoc("Creates the command.")
                        .addModifiers(Modifier.PUBLIC)
                        .addStatement(
                                "super($L, new $T())",
                                JavaText.literal(trainer.words()),
                                GeneratedFiles.name(config, "Loader"))
                        .build())
                .addMethod(MethodSpec.methodBuilder("trainer")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PROTECTED)
                        .returns(ParameterizedTypeName.get(ClassName.get(RUN, "Trainer"), record))
                        .addStatement("return new $T()", type)
                        .build())
                .addMethod(main(element));
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
