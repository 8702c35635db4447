package io.alchemi.benchmarks.processing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** A processor that writes what another one generated for the first record. The rest of the time is the compiler's own. */
public final class KnownFiles extends AbstractProcessor {
    private static final String OPTION = "known.files";

    private final Map<String, String> texts = new TreeMap<>();

    /** Creates a processor. Called by the compiler. */
    public KnownFiles() {}

    /**
     * Saves files in a new folder.
     *
     * @param texts the files of the first record, see {@link MemoryFiles#generated()}
     * @return the folder
     */
    static Path save(Map<String, String> texts) throws IOException {
        Path folder = Files.createTempDirectory("known");
        for (Map.Entry<String, String> file : texts.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return folder;
    }

    /** Returns the compiler's option for the files of a folder. */
    static String option(Path folder) {
        return "-A" + OPTION + "=" + folder;
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        try {
            read(new File(Objects.requireNonNull(environment.getOptions().get(OPTION))), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(File folder, String prefix) throws IOException {
        for (File file : Objects.requireNonNull(folder.listFiles())) {
            if (file.isDirectory()) {
                read(file, prefix + file.getName() + "/");
            } else {
                texts.put(prefix + file.getName(), Files.readString(file.toPath()));
            }
        }
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(OPTION);
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
                for (Map.Entry<String, String> file : texts.entrySet()) {
                    write(record, file.getKey(), file.getValue());
                }
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
