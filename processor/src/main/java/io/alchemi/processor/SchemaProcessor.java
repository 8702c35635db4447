package io.alchemi.processor;

import com.google.auto.service.AutoService;
import io.alchemi.schema.Alias;
import io.alchemi.schema.ConfigRecord;
import io.alchemi.schema.ConfigSchema;
import io.alchemi.schema.Discriminator;
import io.alchemi.schema.GlobalBlock;
import io.alchemi.schema.IgnoreCase;
import io.alchemi.schema.Key;
import io.alchemi.schema.Moved;
import io.alchemi.schema.Retired;
import io.alchemi.schema.Rule;
import io.alchemi.schema.TrainerCommand;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Turns annotated records into everything else, in three stages that know nothing of each other's work.
 *
 * <ol>
 *   <li><b>Extract.</b> A round names records ({@code @ConfigSchema}, {@code @ConfigRecord}, {@code @GlobalBlock}) and trainers
 *       ({@code @TrainerCommand}). From each record {@code extract} follows the components to all records below it and makes
 *       of each a {@link io.alchemi.config.schema.RecordSchema} with its {@link io.alchemi.config.schema.Docs}: the one
 *       description from which all else follows. A record that is being compiled is described by its elements and doc
 *       comment; one that is a class file by the text in its generated class, since compilers show no comments of class
 *       files. The stage takes what it finds; a type without a form in YAML is marked, not reported.
 *   <li><b>Check.</b> {@code check} validates records one by one, then each root with all that it reaches, then the defaults and
 *       examples, with one validator for each family of rules. Each problem has its element and an id of {@link
 *       io.alchemi.config.diagnose.DiagnosticId}. A problem of one component hides none of another: a {@link
 *       io.alchemi.processor.check.Report} has all of them.
 *   <li><b>Emit.</b> If a root and everything below it is sound, {@code emit} writes: {@code …Schema} for each record that is
 *       being compiled (the description as text, and the code that constructs the record); {@code …Loader}, the JSON Schema,
 *       the template and the reference page for a root; {@code …Merge} for a global block; {@code …Main} for a trainer; {@code
 *       …Docs} for an enum in a file of its own. Each file depends on one element, its record, root, trainer or enum, so that
 *       incremental builds stay incremental; the module's index, which depends on all, is the work of {@link IndexProcessor}.
 * </ol>
 *
 * <p>What has a problem is checked again in the next round, since another processor may generate a type that is missing. The last
 * round shows the problems, in the order of the sources. All state is in the instance, and by name: elements of an earlier round are stale,
 * and the class may outlive the compilation. {@link SchemaPipeline} is the order of these steps; a fault in it is reported as
 * an error that says so, and never thrown at the compiler.
 */
@AutoService(Processor.class)
@SupportedOptions("alchemi.root")
public final class SchemaProcessor extends AbstractProcessor {
    private static final List<Class<?>> ANNOTATIONS = List.of(
            ConfigSchema.class,
            ConfigRecord.class,
            Discriminator.class,
            GlobalBlock.class,
            TrainerCommand.class,
            Alias.class,
            IgnoreCase.class,
            Key.class,
            Moved.class,
            Moved.All.class,
            Retired.class,
            Retired.All.class,
            Rule.class);

    private @Nullable SchemaPipeline pipeline;

    /** Made by the compiler. */
    public SchemaProcessor() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        Set<String> names = new LinkedHashSet<>();
        ANNOTATIONS.forEach(annotation -> names.add(annotation.getCanonicalName()));
        return names;
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        pipeline = new SchemaPipeline(environment);
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (pipeline != null) {
            pipeline.process(round);
        }
        return false;
    }
}
