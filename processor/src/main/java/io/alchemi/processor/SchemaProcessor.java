package io.alchemi.processor;

import com.google.auto.service.AutoService;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Generates all artifacts from annotated records, in three independent stages.
 *
 * <ol>
 *   <li><b>Extract.</b> Each round provides records ({@code @ConfigSchema}, {@code @ConfigRecord}, {@code @GlobalBlock}) and
 *       commands ({@code @TrainerCommand}, {@code @Command}). {@code extract} follows the components of each record to all records below it. It
 *       converts each of them to a {@link io.alchemi.config.schema.RecordSchema} with its {@link
 *       io.alchemi.config.schema.Docs}: the single description that all other stages use. The description of a record that is
 *       being compiled is extracted from its elements and its doc comment. The description of a class file is read from the
 *       text in its generated class, since compilers do not expose doc comments of class files. This stage reports nothing: it
 *       only marks unsupported types.
 *   <li><b>Check.</b> {@code check} validates each record, then each root with all records that it reaches, then defaults and
 *       examples. Each family of rules has one validator. A {@link io.alchemi.processor.check.Report} holds all problems, each
 *       with its element and a {@link io.alchemi.config.diagnose.DiagnosticId}. A problem of one component hides none of another.
 *   <li><b>Emit.</b> If a root and all records below it are valid, {@code emit} writes: {@code …Schema} for each record that is
 *       being compiled (the description as text, and the code that constructs the record); {@code …Loader}, JSON Schema,
 *       template and reference page for a root; {@code …Merge} for a global block; {@code …Main} for a command; {@code …Docs}
 *       for an enum and a sealed interface. The class of a generic record is abstract; the class of each record that uses an
 *       application of it has a nested class that extends it. An invalid default or example only prevents the JSON Schema, template and reference page.
 *       Each file depends on one element, its record, root, command, enum or sealed interface, so that the processor is isolating. Therefore records
 *       and enums that no schema reaches yet have their classes too: a later compilation may reach them and see only class files.
 *       {@link IndexProcessor} writes the module's index, which depends on all elements.
 * </ol>
 *
 * <p>A record with a problem is checked again in the next round, since another processor may generate a type that is missing. The
 * last round reports the problems in the order of the sources. All state is in the processor instance and refers to elements by
 * name: elements of earlier rounds are stale, and the class may outlive the compilation. {@link SchemaPipeline} runs these steps. It
 * reports internal errors as diagnostics and never throws exceptions into the compiler.
 */
@AutoService(Processor.class)
@SupportedAnnotationTypes("*") // Enums without annotations have docs too.
@SupportedOptions("alchemi.root")
public final class SchemaProcessor extends AbstractProcessor {
    private @Nullable SchemaPipeline pipeline;

    /** Creates a processor. Called by the compiler. */
    public SchemaProcessor() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        try {
            pipeline = new SchemaPipeline(environment);
        } catch (NoClassDefFoundError missing) {
            report(missing);
        }
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        try {
            if (pipeline != null) {
                pipeline.process(annotations, round);
            }
        } catch (NoClassDefFoundError missing) {
            pipeline = null;
            report(missing);
        }
        return false;
    }

    /** Reports a class that is not on the processor path, without using another class of Alchemi, which may be missing too. */
    private void report(NoClassDefFoundError missing) {
        processingEnv
                .getMessager()
                .printMessage(
                        Kind.ERROR,
                        "Alchemi's annotation processor needs a class that is not on the processor path: "
                                + String.valueOf(missing.getMessage()).replace('/', '.')
                                + ". Add the jar with this class; alchemi-processor needs alchemi-config, snakeyaml and javapoet"
                                + " beside it.");
    }
}
