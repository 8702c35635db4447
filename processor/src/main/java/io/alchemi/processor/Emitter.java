package io.alchemi.processor;

import com.palantir.javapoet.TypeSpec;
import io.alchemi.config.schema.Docs;
import io.alchemi.config.schema.RootSchema;
import io.alchemi.config.schema.Schema;
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
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;

/** Writes all generated files of valid schemas and commands, each file once. */
final class Emitter {
    private final Filer filer;
    private final Report report;
    private final GeneratedFiles files;
    private final SchemaClass schemaClass;
    private final DocsClass docsClass;
    private final LoaderClass loaderClass;
    private final MergeClass mergeClass;
    private final MainClass mainClass;
    private final Set<String> written = new HashSet<>();

    Emitter(Elements elements, Filer filer, Report report) {
        this.filer = filer;
        this.report = report;
        this.files = new GeneratedFiles(elements, filer);
        this.schemaClass = new SchemaClass(files);
        this.docsClass = new DocsClass(files);
        this.loaderClass = new LoaderClass(files);
        this.mergeClass = new MergeClass(files);
        this.mainClass = new MainClass(files);
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
        Schema described = schema.described();
        resource(root, facts.id() + ".schema.json", JsonSchema.of(described));
        resource(root, facts.id() + ".yaml", Template.of(described));
        resource(root, facts.id() + ".md", ReferencePage.of(described));
    }

    private void resource(TypeElement root, String name, String text) {
        try (Writer out = new OutputStreamWriter(
                filer.createResource(StandardLocation.CLASS_OUTPUT, Names.packageOf(root), name, root)
                        .openOutputStream(),
                StandardCharsets.UTF_8)) {
            out.write(text);
        } catch (FilerException taken) {
            report.report(root, SchemaWording.nameTaken(root, name));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void record(ExtractedRecord record, ExtractedSchema schema) {
        write(record.element(), "Schema", schemaClass.build(record, schema));
        record.enums().forEach(this::emitDocs);
        RootSchema root = record.schema().root();
        if (root != null) {
            write(record.element(), "Loader", loaderClass.build(record, root));
        }
        if (record.schema().variables() != null) {
            write(record.element(), "Merge", mergeClass.build(record, schema));
        }
    }

    /** Writes the documentation class of an enum that is being compiled. */
    void emitDocs(ExtractedEnum constants) {
        if (constants.compiled() && written.add(constants.schema().type())) {
            write(constants.element(), "Docs", docsClass.build(constants));
        }
    }

    /** Writes the documentation class of a sealed interface that is being compiled, if it has a doc comment. */
    void emitDocs(TypeElement union, Docs docs) {
        if (!docs.isEmpty() && written.add(union.getQualifiedName().toString())) {
            write(union, "Docs", docsClass.build(union, docs));
        }
    }

    /** Writes the {@code main} of a command. */
    void emit(CommandClass command, TypeElement config) {
        if (written.add(command.element().getQualifiedName() + "Main")) {
            write(command.element(), "Main", mainClass.build(command, config));
        }
    }

    private void write(TypeElement origin, String suffix, TypeSpec.Builder builder) {
        try {
            files.write(origin, builder);
        } catch (FilerException taken) {
            report.report(origin, SchemaWording.nameTaken(origin, Names.qualified(origin, suffix)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
