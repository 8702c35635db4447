package io.alchemi.processor;

import com.google.auto.service.AutoService;
import io.alchemi.config.schema.JarIndex;
import io.alchemi.config.schema.JarIndex.CommandEntry;
import io.alchemi.config.schema.JarIndex.SchemaEntry;
import io.alchemi.processor.check.SchemaWording;
import io.alchemi.processor.extract.AnnotatedElements;
import io.alchemi.processor.extract.Annotations;
import io.alchemi.processor.extract.CommandClass;
import io.alchemi.processor.extract.CommandKind;
import io.alchemi.processor.extract.Names;
import io.alchemi.processor.extract.SchemaAnnotation;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
 * Writes the module's index of schemas and commands. The index depends on all elements, so this processor is aggregating. It is
 * separate from {@link SchemaProcessor} so that the latter is isolating and incremental builds process only changed records.
 */
@AutoService(Processor.class)
@SupportedAnnotationTypes({
    "io.alchemi.schema.ConfigSchema",
    "io.alchemi.schema.TrainerCommand",
    "io.alchemi.schema.Command"
})
public final class IndexProcessor extends AbstractProcessor {
    private final Set<String> schemas = new TreeSet<>();
    private final Set<String> commands = new TreeSet<>();

    /** Creates a processor. Called by the compiler. */
    public IndexProcessor() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        try {
            AnnotatedElements annotated = new AnnotatedElements(round, annotations);
            collect(annotated, SchemaAnnotation.CONFIG_SCHEMA, schemas);
            for (SchemaAnnotation command : CommandKind.ANNOTATIONS) {
                collect(annotated, command, commands);
            }
            if (round.processingOver()
                    && !round.errorRaised()
                    && areGenerated(schemas, "Loader")
                    && areGenerated(commands, "Main")) {
                write(index());
            }
        } catch (NoClassDefFoundError missing) {
            return false; // SchemaProcessor reports it.
        } catch (RuntimeException error) {
            String text = SchemaWording.fault("the index", error).message();
            processingEnv.getMessager().printMessage(Kind.ERROR, text);
        }
        return false;
    }

    private static void collect(AnnotatedElements annotated, SchemaAnnotation annotation, Set<String> types) {
        for (Element element : annotated.with(annotation)) {
            if (element instanceof TypeElement type) {
                types.add(type.getQualifiedName().toString());
            }
        }
    }

    /** Returns true if each type has its generated class. A type with a problem has none. */
    private boolean areGenerated(Set<String> types, String suffix) {
        for (String name : types) {
            TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
            if (type == null || processingEnv.getElementUtils().getTypeElement(Names.qualified(type, suffix)) == null) {
                return false;
            }
        }
        return true;
    }

    /** Builds the index. Looks up all elements again, since elements of earlier rounds are stale. */
    private JarIndex index() {
        List<SchemaEntry> schemaEntries = new ArrayList<>();
        for (String name : schemas) {
            TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
            AnnotationMirror schema = type == null ? null : Annotations.find(type, SchemaAnnotation.CONFIG_SCHEMA);
            if (type != null && schema != null) {
                schemaEntries.add(new SchemaEntry(
                        Annotations.text(schema, "id"),
                        Names.qualified(type, "Loader"),
                        Annotations.texts(schema, "files")));
            }
        }
        List<CommandEntry> commandEntries = new ArrayList<>();
        for (String name : commands) {
            TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
            if (type != null) {
                CommandClass command = CommandClass.of(type, processingEnv.getTypeUtils());
                commandEntries.add(new CommandEntry(
                        command.name(), Names.qualified(command.element(), "Main"), idOf(command.config())));
            }
        }
        schemaEntries.sort(Comparator.comparing(SchemaEntry::id));
        commandEntries.sort(Comparator.comparing(CommandEntry::name));
        return new JarIndex(schemaEntries, commandEntries);
    }

    /** Returns the id of the schema of a command, or an empty string if it has options only. */
    private static String idOf(@Nullable TypeElement config) {
        AnnotationMirror schema = config == null ? null : Annotations.find(config, SchemaAnnotation.CONFIG_SCHEMA);
        return schema == null ? "" : Annotations.text(schema, "id");
    }

    private void write(JarIndex index) {
        if (index.schemas().isEmpty() && index.commands().isEmpty()) {
            return;
        }
        try (Writer out = new OutputStreamWriter(
                processingEnv
                        .getFiler()
                        .createResource(StandardLocation.CLASS_OUTPUT, "", JarIndex.RESOURCE)
                        .openOutputStream(),
                StandardCharsets.UTF_8)) {
            out.write(index.write());
        } catch (IOException broken) {
            processingEnv
                    .getMessager()
                    .printMessage(Kind.ERROR, "Cannot write the index " + JarIndex.RESOURCE + ": " + broken);
        }
    }
}
