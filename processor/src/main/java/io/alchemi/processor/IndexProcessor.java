package io.alchemi.processor;

import com.google.auto.service.AutoService;
import io.alchemi.processor.check.SchemaWording;
import io.alchemi.processor.emit.main.Index;
import io.alchemi.processor.extract.Annotations;
import io.alchemi.processor.extract.Names;
import io.alchemi.processor.extract.TrainerClass;
import io.alchemi.schema.ConfigSchema;
import io.alchemi.schema.TrainerCommand;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * Writes the module's index of schemas and commands. Apart from {@link SchemaProcessor} because its one file depends on all
 * elements, which would make that one, too, run anew over everything at each incremental build.
 */
@AutoService(Processor.class)
@SupportedAnnotationTypes({"io.alchemi.schema.ConfigSchema", "io.alchemi.schema.TrainerCommand"})
public final class IndexProcessor extends AbstractProcessor {
    private final Set<String> schemas = new TreeSet<>();
    private final Set<String> trainers = new TreeSet<>();

    /** Made by the compiler. */
    public IndexProcessor() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        try {
            collect(round, ConfigSchema.class, schemas);
            collect(round, TrainerCommand.class, trainers);
            if (round.processingOver()
                    && !round.errorRaised()
                    && areGenerated(schemas, "Loader")
                    && areGenerated(trainers, "Main")) {
                write(index());
            }
        } catch (RuntimeException fault) {
            String text = SchemaWording.fault("the index", fault).message();
            processingEnv.getMessager().printMessage(Kind.ERROR, text);
        }
        return false;
    }

    private static void collect(RoundEnvironment round, Class<? extends Annotation> annotation, Set<String> types) {
        for (Element element : round.getElementsAnnotatedWith(annotation)) {
            if (element instanceof TypeElement type) {
                types.add(type.getQualifiedName().toString());
            }
        }
    }

    /** Returns true if each type has its generated class; what has a problem, which is shown in this last round, has none. */
    private boolean areGenerated(Set<String> types, String suffix) {
        for (String name : types) {
            TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
            if (type == null || processingEnv.getElementUtils().getTypeElement(Names.qualified(type, suffix)) == null) {
                return false;
            }
        }
        return true;
    }

    /** Elements of earlier rounds are stale, so all are asked for anew at the end. */
    private Index index() {
        Index index = new Index();
        for (String name : schemas) {
            TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
            AnnotationMirror schema = type == null ? null : Annotations.find(type, ConfigSchema.class);
            if (type != null && schema != null) {
                index.addSchema(
                        Annotations.text(schema, "id"),
                        Names.qualified(type, "Loader"),
                        Annotations.texts(schema, "files"));
            }
        }
        for (String name : trainers) {
            TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
            TrainerClass trainer = type == null ? null : TrainerClass.of(type, processingEnv.getTypeUtils());
            String id = trainer == null ? null : idOf(trainer.config());
            if (trainer != null && id != null) {
                index.addCommand(trainer.words(), Names.qualified(trainer.element(), "Main"), id);
            }
        }
        return index;
    }

    private static @Nullable String idOf(@Nullable TypeElement config) {
        AnnotationMirror schema = config == null ? null : Annotations.find(config, ConfigSchema.class);
        return schema == null ? null : Annotations.text(schema, "id");
    }

    private void write(Index index) {
        if (index.isEmpty()) {
            return;
        }
        try (Writer out = new OutputStreamWriter(
                processingEnv
                        .getFiler()
                        .createResource(StandardLocation.CLASS_OUTPUT, "", Index.RESOURCE)
                        .openOutputStream(),
                StandardCharsets.UTF_8)) {
            out.write(index.text());
        } catch (IOException broken) {
            processingEnv
                    .getMessager()
                    .printMessage(Kind.ERROR, "The index " + Index.RESOURCE + " could not be written: " + broken);
        }
    }
}
