package io.alchemi.processor;

import io.alchemi.processor.check.CommandCheck;
import io.alchemi.processor.check.DefaultCheck;
import io.alchemi.processor.check.DuplicateIdCheck;
import io.alchemi.processor.check.ExampleFileCheck;
import io.alchemi.processor.check.MetricCheck;
import io.alchemi.processor.check.PlacementCheck;
import io.alchemi.processor.check.Report;
import io.alchemi.processor.check.SchemaChecks;
import io.alchemi.processor.check.SchemaWording;
import io.alchemi.processor.extract.AnnotatedElements;
import io.alchemi.processor.extract.CommandClass;
import io.alchemi.processor.extract.CommandKind;
import io.alchemi.processor.extract.ExtractedSchema;
import io.alchemi.processor.extract.ReachableLater;
import io.alchemi.processor.extract.Records;
import io.alchemi.processor.extract.ReservedNames;
import io.alchemi.processor.extract.SchemaAnnotation;
import io.alchemi.processor.extract.Sources;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Runs the rounds of one compilation. Each round extracts, checks and emits. Types with a problem are checked again in the next
 * round, since another processor may generate a missing type, and their problems are reported in the last.
 */
final class SchemaPipeline {
    private final Elements elements;
    private final Types types;
    private final Sources sources;
    private final ReservedNames reserved;
    private final SourceOrder order;
    private final Reporter reporter;
    private final DuplicateIdCheck schemaIds =
            new DuplicateIdCheck("schema id", "id", List.of(SchemaAnnotation.CONFIG_SCHEMA));
    private final DuplicateIdCheck commands = new DuplicateIdCheck("command", "value", CommandKind.ANNOTATIONS);
    private final ExampleFileCheck exampleFile;
    private final Emitter emitter;
    /** The problems that do not change in later rounds. */
    private final Report settled = new Report();

    private final Set<String> waitingRecords = new LinkedHashSet<>();
    private final Set<String> waitingCommands = new LinkedHashSet<>();
    private final Set<String> waitingForLater = new LinkedHashSet<>();

    SchemaPipeline(ProcessingEnvironment environment) {
        this.elements = environment.getElementUtils();
        this.types = environment.getTypeUtils();
        this.sources = new Sources(elements);
        this.reserved = new ReservedNames(elements);
        this.order = new SourceOrder(elements);
        this.reporter = new Reporter(environment.getMessager(), order);
        this.exampleFile = new ExampleFileCheck(environment.getOptions());
        this.emitter = new Emitter(elements, sources, environment.getFiler(), settled);
    }

    /** Processes a round. */
    void process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        sources.add(round.getRootElements());
        order.add(round.getRootElements());
        guarded("the annotations of a round", () -> collect(new AnnotatedElements(round, annotations)));
        ReachableLater later = ReachableLater.of(round.getRootElements(), sources);
        for (TypeElement type : later.records()) {
            waitingForLater.add(type.getQualifiedName().toString());
        }
        Round current = new Round(round.processingOver());
        guarded("the documentation of enums and sealed interfaces", () -> current.keepDocs(later));
        Report open = current.check();
        if (!round.processingOver()) {
            current.keepRecords();
        }
        emitter.write(this::guarded);
        if (round.processingOver()) {
            settled.addAll(open);
            settled.addAll(schemaIds.check(elements));
            settled.addAll(commands.check(elements));
            guarded("the report", () -> reporter.show(settled));
        }
    }

    private void collect(AnnotatedElements annotated) {
        settled.addAll(PlacementCheck.check(annotated));
        for (SchemaAnnotation annotation : PlacementCheck.OF_RECORDS) {
            for (Element element : order.sorted(annotated.with(annotation))) {
                if (PlacementCheck.isRecord(element, annotation)
                        && element instanceof TypeElement type
                        && sources.contain(type)) {
                    waitingRecords.add(type.getQualifiedName().toString());
                }
            }
        }
        for (SchemaAnnotation command : CommandKind.ANNOTATIONS) {
            List<Element> ofKind = order.sorted(annotated.with(command));
            for (Element element : ofKind) {
                if (element instanceof TypeElement type && sources.contain(type)) {
                    waitingCommands.add(type.getQualifiedName().toString());
                }
            }
            commands.add(ofKind);
        }
        schemaIds.add(order.sorted(annotated.with(SchemaAnnotation.CONFIG_SCHEMA)));
    }

    /** Reports exceptions as diagnostics, since none may reach the compiler. */
    private void guarded(String about, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | StackOverflowError error) {
            reporter.show(SchemaWording.fault(about, error));
        }
    }

    /** One round, in which each record is extracted and checked once. */
    private final class Round {
        private final boolean last;
        private final Records records = new Records(elements, types, sources);
        private final SchemaChecks checks = new SchemaChecks(types, elements, sources, reserved);

        Round(boolean last) {
            this.last = last;
        }

        /** Keeps the documentation of all enums and sealed interfaces, since records of other modules may use them. */
        void keepDocs(ReachableLater later) {
            for (TypeElement type : later.enums()) {
                emitter.emitDocs(records.ofEnum(type));
            }
            for (TypeElement type : later.unions()) {
                emitter.emitDocs(type, records.ofUnion(type));
            }
        }

        /** Keeps the descriptions of valid records that no schema reaches. The problems of others are those of a later schema. */
        void keepRecords() {
            waitingForLater.removeIf(emitter::hasWritten);
            each(waitingForLater, type -> record(records.schema(type)));
        }

        /** Checks all waiting types; returns the problems of those that keep waiting. */
        Report check() {
            Report open = new Report();
            open.addAll(each(waitingRecords, type -> record(records.schema(type))));
            open.addAll(each(waitingCommands, type -> command(CommandClass.of(type, types))));
            return open;
        }

        /** Checks each type, even if the one before caused an internal error, and keeps those that have problems. */
        private Report each(Set<String> waiting, Function<TypeElement, Report> check) {
            Report open = new Report();
            for (String name : new ArrayList<>(waiting)) {
                TypeElement type = elements.getTypeElement(name);
                waiting.remove(name);
                if (type != null) {
                    guarded(name, () -> {
                        Report report = check.apply(type);
                        if (!report.isEmpty()) {
                            waiting.add(name);
                            open.addAll(report);
                        }
                    });
                }
            }
            return open;
        }

        private Report record(ExtractedSchema schema) {
            Report structure = checks.check(schema);
            Report report = new Report();
            report.addAll(structure);
            report.addAll(DefaultCheck.check(schema, structure));
            if (!report.hasErrors()) {
                report.addAll(exampleFile(schema));
            }
            if (!last && !structure.hasErrors()) {
                // Even with an invalid default: code that uses the classes should not get follow-up errors.
                emitter.emitClasses(schema);
                if (!report.hasErrors()) {
                    emitter.emitArtifacts(schema);
                }
            }
            return report;
        }

        private Report exampleFile(ExtractedSchema schema) {
            if (exampleFile.lacksRoot(schema)) {
                reporter.note(
                        "Example files are not checked, since the root of the project is unknown. Set the compiler"
                                + " option -A" + ExampleFileCheck.ROOT + "=DIR.");
            }
            return exampleFile.check(schema);
        }

        private Report command(CommandClass command) {
            Report report = new Report();
            report.addAll(CommandCheck.check(command, reserved));
            report.addAll(MetricCheck.check(command.element()));
            TypeElement config = command.config();
            if (config != null && command.hasSchema()) {
                ExtractedSchema schema = records.schema(config);
                report.addAll(CommandCheck.checkSchema(command, schema));
                report.addAll(checks.check(schema));
                if (!last && !report.hasErrors()) {
                    emitter.emit(command, config);
                }
            }
            return report;
        }
    }
}
