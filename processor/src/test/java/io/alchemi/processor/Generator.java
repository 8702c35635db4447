package io.alchemi.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** A processor of somebody else's that generates one type, in the first round or a later one. */
final class Generator extends AbstractProcessor {
    private final String name;
    private final String text;
    private int roundsBefore;

    Generator(String name, String text) {
        this(name, 0, text);
    }

    Generator(String name, int roundsBefore, String text) {
        this.name = name;
        this.roundsBefore = roundsBefore;
        this.text = text;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (roundsBefore == 0) {
            try (var out = processingEnv.getFiler().createSourceFile(name).openWriter()) {
                out.write(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        roundsBefore--;
        return false;
    }
}
