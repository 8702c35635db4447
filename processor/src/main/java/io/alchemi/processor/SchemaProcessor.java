package io.alchemi.processor;

import com.google.auto.service.AutoService;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Turns annotated records into everything else. */
@AutoService(Processor.class)
@SupportedAnnotationTypes({"io.alchemi.schema.ConfigSchema", "io.alchemi.schema.ConfigRecord"})
@SupportedOptions("alchemi.root")
public final class SchemaProcessor extends AbstractProcessor {
    /** Made by the compiler. */
    public SchemaProcessor() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return false;
    }
}
