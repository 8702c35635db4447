package io.alchemi.processor;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.alchemi.config.schema.Docs;
import io.alchemi.config.schema.RootSchema;
import io.alchemi.processor.check.Report;
import io.alchemi.processor.check.SchemaWording;
import io.alchemi.processor.emit.binding.DocsClass;
import io.alchemi.processor.emit.binding.GeneratedFiles;
import io.alchemi.processor.emit.binding.LoaderClass;
import io.alchemi.processor.emit.binding.MergeClass;
import io.alchemi.processor.emit.binding.SchemaClass;
import io.alchemi.processor.emit.jsonschema.JsonSchema;
import io.alchemi.processor.emit.main.MainClass;
import io.alchemi.processor.emit.reference.ReferencePage;
import io.alchemi.processor.emit.template.Template;
import io.alchemi.processor.extract.CommandClass;
import io.alchemi.processor.extract.ExtractedEnum;
import io.alchemi.processor.extract.ExtractedRecord;
import io.alchemi.processor.extract.ExtractedSchema;
import io.alchemi.processor.extract.Names;
import io.alchemi.processor.extract.Sources;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.BiConsumer;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/**
 * Writes all generated files of valid schemas and commands, each file once. Other threads make their texts while the thread of the
 * compiler, which alone may use its interfaces, reads and checks the next records.
 */
final class Emitter {
    private final Elements elements;
    private final Sources sources;
    private final Filer filer;
    private final Report report;
    private final GeneratedFiles files;
    private final Set<String> written = new HashSet<>();
    private final List<PendingFile> pending = new ArrayList<>();

    /**
     * File of this round.
     *
     * @param origin the only element that it depends on, for incremental builds
     * @param name qualified name of a class, or name of a resource
     */
    private record PendingFile(TypeElement origin, String name, boolean isClass, ForkJoinTask<String> text) {}

    Emitter(Elements elements, Sources sources, Filer filer, Report report) {
        this.elements = elements;
        this.sources = sources;
        this.filer = filer;
        this.report = report;
        this.files = new GeneratedFiles(elements);
    }

    /** Returns true if the class of a record was written. */
    boolean hasWritten(String record) {
        return written.contains(record);
    }

    /** Writes the generated classes of a root and of the records below it that are being compiled. */
    void emitClasses(ExtractedSchema schema) {
        for (ExtractedRecord declaring : schema.declaring()) {
            ExtractedRecord generic = declaring.generic();
            ExtractedRecord record = generic == null ? declaring : generic;
            if (record.compiled() && written.add(record.schema().type())) {
                record(record, schema);
            }
        }
    }

    /** Writes the JSON Schema, the template and the reference page of a root into its package. */
    void emitArtifacts(ExtractedSchema schema) {
        RootSchema facts = schema.root().schema().root();
        if (facts == null) {
            return;
        }
        TypeElement root = schema.root().element();
        if (!written.add(Names.packageOf(root) + "/" + facts.id())) {
            return; // Another root has the same id, which DuplicateIdCheck reports.
        }
        add(root, facts.id() + ".schema.json", false, () -> JsonSchema.of(schema.described()));
        add(root, facts.id() + ".yaml", false, () -> Template.of(schema.described()));
        add(root, facts.id() + ".md", false, () -> ReferencePage.of(schema.described()));
    }

    private void record(ExtractedRecord record, ExtractedSchema schema) {
        add(record.element(), "Schema", new SchemaClass(files).build(record, schema));
        for (ExtractedEnum constants : record.enums()) {
            emitDocs(constants);
        }
        RootSchema root = record.schema().root();
        if (root != null) {
            add(record.element(), "Loader", new LoaderClass(files).build(record, root));
        }
        if (record.schema().variables() != null) {
            add(record.element(), "Merge", new MergeClass(files).build(record, schema));
        }
    }

    /** Writes the documentation class of an enum that is being compiled. */
    void emitDocs(ExtractedEnum constants) {
        if (constants.compiled() && written.add(constants.schema().type())) {
            add(constants.element(), "Docs", new DocsClass(files).build(constants));
        }
    }

    /** Writes the documentation class of a sealed interface that is being compiled, if it has a doc comment. */
    void emitDocs(TypeElement union, Docs docs) {
        if (!docs.isEmpty() && written.add(union.getQualifiedName().toString())) {
            add(union, "Docs", new DocsClass(files).build(union, docs));
        }
    }

    /** Writes the {@code main} of a command. */
    void emit(CommandClass command, TypeElement config) {
        if (written.add(command.element().getQualifiedName() + "Main")) {
            add(command.element(), "Main", new MainClass(files).build(command, config));
        }
    }

    private void add(TypeElement origin, String suffix, TypeSpec.Builder builder) {
        JavaFile file = files.file(origin, builder);
        add(origin, Names.qualified(origin, suffix), true, file::toString);
    }

    private void add(TypeElement origin, String name, boolean isClass, Callable<String> text) {
        pending.add(
                new PendingFile(origin, name, isClass, ForkJoinPool.commonPool().submit(text)));
    }

    /**
     * Writes the files of this round.
     *
     * @param guarded runs a step with the name of its file, and reports its exceptions
     */
    void write(BiConsumer<String, Runnable> guarded) {
        for (PendingFile file : pending) {
            guarded.accept(file.name(), () -> write(file));
        }
        pending.clear();
    }

    private void write(PendingFile file) {
        String text = file.text().join();
        try (Writer out = open(file)) {
            out.write(text);
        } catch (FilerException taken) {
            TypeElement taker = elements.getTypeElement(file.name());
            boolean isCompiled = taker != null && !sources.contain(taker);
            report.report(file.origin(), SchemaWording.nameTaken(file.origin(), file.name(), isCompiled));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Writer open(PendingFile file) throws IOException {
        if (file.isClass()) {
            return filer.createSourceFile(file.name(), file.origin()).openWriter();
        }
        FileObject resource = filer.createResource(
                StandardLocation.CLASS_OUTPUT, Names.packageOf(file.origin()), file.name(), file.origin());
        return new OutputStreamWriter(resource.openOutputStream(), StandardCharsets.UTF_8);
    }
}
