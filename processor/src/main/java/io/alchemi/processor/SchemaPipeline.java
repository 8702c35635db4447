package io.alchemi.processor;

import io.alchemi.config.schema.Schema;
import io.alchemi.processor.check.CommandCheck;
import io.alchemi.processor.check.ExampleFileCheck;
import io.alchemi.processor.check.PlacementCheck;
import io.alchemi.processor.check.SchemaChecks;
import io.alchemi.processor.check.SchemaWording;
import io.alchemi.processor.check.ValueCheck;
import io.alchemi.processor.extract.AnnotatedElements;
import io.alchemi.processor.extract.ExtractedRecord;
import io.alchemi.processor.extract.ExtractedSchema;
import io.alchemi.processor.extract.ExtractedSchema.Reached;
import io.alchemi.processor.extract.Records;
import io.alchemi.processor.extract.ReservedNames;
import io.alchemi.processor.extract.Sources;
import io.alchemi.processor.extract.TrainerClass;
import io.alchemi.schema.Alias;
import io.alchemi.schema.ConfigRecord;
import io.alchemi.schema.ConfigSchema;
import io.alchemi.schema.GlobalBlock;
import io.alchemi.schema.IgnoreCase;
import io.alchemi.schema.Key;
import io.alchemi.schema.TrainerCommand;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The rounds of one compilation: extract, check, emit, or put off. */
final class SchemaPipeline {
    private static final List<Class<? extends Annotation>> OF_RECORDS =
            List.of(ConfigSchema.class, ConfigRecord.class, GlobalBlock.class);
    private static final List<Class<? extends Annotation>> OF_ENUMS =
            List.of(ConfigRecord.class, IgnoreCase.class, Key.class, Alias.class);

    private final Elements elements;
    private final Types types;
    private final Reporter reporter;
    private final SchemaChecks checks;
    private final PlacementCheck placement;
    private final CommandCheck commands;
    private final ValueCheck values;
    private final ExampleFileCheck exampleFile;
    private final Emitter emitter;
    private final Sources sources;
    private final Map<String, Boolean> soundness = new HashMap<>();
    private final Map<String, Boolean> soundnessOfValues = new HashMap<>();
    private final Set<String> waitingRecords = new LinkedHashSet<>();
    private final Set<String> waitingTrainers = new LinkedHashSet<>();

    SchemaPipeline(ProcessingEnvironment environment) {
        this.elements = environment.getElementUtils();
        this.sources = new Sources(elements);
        this.types = environment.getTypeUtils();
        this.reporter = new Reporter(environment.getMessager());
        ReservedNames reserved = new ReservedNames(elements);
        this.checks = new SchemaChecks(types, elements, sources, reserved, reporter);
        this.placement = new PlacementCheck(reporter);
        this.commands = new CommandCheck(reserved, reporter);
        this.values = new ValueCheck(reporter);
        this.exampleFile = new ExampleFileCheck(environment.getOptions(), reporter);
        this.emitter = new Emitter(elements, environment.getFiler(), reporter);
    }

    /** Does the work of a round. */
    void process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        guarded("the start of a round", () -> start(annotations, round));
    }

    private void start(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        sources.add(round.getRootElements());
        Records records = new Records(elements, sources);
        if (round.processingOver()) {
            each(waitingRecords, (name, type) -> giveUp(records.schema(type)));
            return;
        }
        AnnotatedElements annotated = new AnnotatedElements(round, annotations);
        placement.check(annotated);
        for (Class<? extends Annotation> annotation : OF_RECORDS) {
            for (Element element : annotated.with(annotation)) {
                if (placement.isPlainRecord(element) && element instanceof TypeElement type && sources.contain(type)) {
                    waitingRecords.add(type.getQualifiedName().toString());
                }
            }
        }
        for (Element element : annotated.with(TrainerCommand.class)) {
            if (element instanceof TypeElement type && sources.contain(type)) {
                waitingTrainers.add(type.getQualifiedName().toString());
            }
        }
        keepDocs(annotated, records);
        each(take(waitingRecords), (name, type) -> record(name, records.schema(type)));
        each(take(waitingTrainers), (name, type) -> trainer(name, TrainerClass.of(type, types), records));
    }

    /** Keeps the docs of annotated enums, since records of other modules may use them. */
    private void keepDocs(AnnotatedElements annotated, Records records) {
        for (Class<? extends Annotation> annotation : OF_ENUMS) {
            for (Element element : annotated.with(annotation)) {
                Element type = element.getKind() == ElementKind.ENUM ? element : element.getEnclosingElement();
                if (type instanceof TypeElement found && found.getKind() == ElementKind.ENUM) {
                    emitter.emitDocs(records.ofEnum(found));
                }
            }
        }
    }

    private static List<String> take(Set<String> names) {
        List<String> taken = new ArrayList<>(names);
        names.clear();
        return taken;
    }

    /** Does something with each type, however badly it goes with the one before. */
    private void each(Iterable<String> names, BiConsumer<String, TypeElement> action) {
        for (String name : names) {
            TypeElement type = elements.getTypeElement(name);
            if (type == null) {
                continue;
            }
            guarded(name, () -> action.accept(name, type));
        }
    }

    /** Nothing that a user writes may throw at the compiler. */
    private void guarded(String about, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | StackOverflowError fault) {
            reporter.report(SchemaWording.fault(about, fault));
        }
    }

    private void record(String name, ExtractedSchema schema) {
        if (isUnresolved(schema)) {
            waitingRecords.add(name);
        } else if (isSound(schema)) {
            // Also with a bad default or example: code that uses the classes should not show errors that are not its
            // own.
            emitter.emitClasses(schema);
            if (hasSoundValues(schema)) {
                emitter.emitArtifacts(schema);
            }
        }
    }

    private static boolean isUnresolved(ExtractedSchema schema) {
        for (Reached reached : schema.records().values()) {
            if (reached.record().unresolved()) {
                return true;
            }
        }
        return false;
    }

    private boolean isSound(ExtractedSchema schema) {
        boolean sound = true;
        for (Reached reached : schema.records().values()) {
            ExtractedRecord record = reached.record();
            if (record.compiled()) {
                sound &= soundness.computeIfAbsent(
                        record.schema().type(), unjudged -> isSilent(() -> checks.check(record)));
            }
        }
        return isSilent(() -> checks.check(schema)) && sound;
    }

    /** Judges what is written as YAML; only a sound schema can be read by. */
    private boolean hasSoundValues(ExtractedSchema schema) {
        Schema described = schema.described();
        boolean sound = true;
        for (Reached reached : schema.records().values()) {
            ExtractedRecord record = reached.record();
            if (record.compiled()) {
                sound &= soundnessOfValues.computeIfAbsent(
                        record.schema().type(), unjudged -> isSilent(() -> values.check(record, described)));
            }
        }
        return sound && isSilent(() -> checkExampleFile(schema));
    }

    private void checkExampleFile(ExtractedSchema schema) {
        if (!exampleFile.check(schema)) {
            reporter.note("Examples are not checked, since the compiler does not know where the project is: -A"
                    + ExampleFileCheck.ROOT + "=DIR");
        }
    }

    /** Whether a check has nothing to report. */
    private boolean isSilent(Runnable check) {
        int before = reporter.count();
        check.run();
        return reporter.count() == before;
    }

    private void trainer(String name, TrainerClass trainer, Records records) {
        TypeElement config = trainer.config();
        if (trainer.unresolved()) {
            waitingTrainers.add(name);
            return;
        }
        boolean sound = isSilent(() -> commands.check(trainer));
        if (config == null || !trainer.hasSchema()) {
            return;
        }
        ExtractedSchema schema = records.schema(config);
        if (isUnresolved(schema)) {
            waitingTrainers.add(name);
        } else if (isSilent(() -> commands.checkSchema(trainer.element(), schema)) && sound && isSound(schema)) {
            emitter.emit(trainer, config);
        }
    }

    private void giveUp(ExtractedSchema schema) {
        for (Reached reached : schema.records().values()) {
            if (reached.record().unresolved()) {
                checks.checkUnresolved(reached.record());
            }
        }
    }
}
