package io.alchemi.benchmarks.processing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** A processor that writes what another one generated for the first record. The rest of the time is the compiler's own. */
final class KnownFiles extends AbstractProcessor {
    private final Map<String, String> texts;

    /**
     * Creates a processor.
     *
     * @param texts the files of the first record, see {@link MemoryFiles#generated()}
     */
    KnownFiles(Map<String, String> texts) {
        this.texts = texts;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("io.alchemi.schema.*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (!annotations.isEmpty()) {
            for (Element record : round.getRootElements()) {
                texts.forEach((name, text) -> write(record, name, text));
            }
        }
        return false;
    }

    private void write(Element record, String nameOfFirst, String text) {
        String recordName = record.getSimpleName().toString();
        String name = RecordSources.renumbered(nameOfFirst, recordName);
        try (Writer out = open(record, name).openWriter()) {
            out.write(RecordSources.renumbered(text, recordName));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileObject open(Element record, String name) throws IOException {
        int slash = name.indexOf('/');
        return slash < 0
                ? processingEnv.getFiler().createSourceFile(name, record)
                : processingEnv
                        .getFiler()
                        .createResource(
                                StandardLocation.CLASS_OUTPUT,
                                name.substring(0, slash),
                                name.substring(slash + 1),
                                record);
    }
}
