package io.alchemi.processor;

import com.palantir.javapoet.TypeSpec;
import io.alchemi.config.schema.RootSchema;
import io.alchemi.processor.check.SchemaWording;
import io.alchemi.processor.emit.binding.GeneratedFiles;
import io.alchemi.processor.emit.binding.LoaderClass;
import io.alchemi.processor.emit.binding.MergeClass;
import io.alchemi.processor.emit.binding.SchemaClass;
import io.alchemi.processor.emit.main.MainClass;
import io.alchemi.processor.extract.ExtractedRecord;
import io.alchemi.processor.extract.ExtractedSchema;
import io.alchemi.processor.extract.ExtractedSchema.Reached;
import io.alchemi.processor.extract.Names;
import io.alchemi.processor.extract.TrainerClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Writes all that is generated for what is sound, each file once. */
final class Emitter {
    private final Reporter reporter;
    private final GeneratedFiles files;
    private final SchemaClass schemaClass;
    private final LoaderClass loaderClass;
    private final MergeClass mergeClass;
    private final MainClass mainClass;
    private final Set<String> written = new HashSet<>();

    Emitter(Elements elements, Filer filer, Reporter reporter) {
        this.reporter = reporter;
        this.files = new GeneratedFiles(elements, filer);
        this.schemaClass = new SchemaClass(files, elements);
        this.loaderClass = new LoaderClass(files);
        this.mergeClass = new MergeClass(files);
        this.mainClass = new MainClass(files);
    }

    /** Writes what belongs to a root and to the records below it that are being compiled. */
    void emit(ExtractedSchema schema) {
        for (Reached reached : schema.records().values()) {
            ExtractedRecord record = reached.record();
            if (record.compiled() && written.add(record.schema().type())) {
                record(record);
            }
        }
    }

    private void record(ExtractedRecord record) {
        write(record.element(), "Schema", schemaClass.build(record));
        RootSchema root = record.schema().root();
        if (root != null) {
            write(record.element(), "Loader", loaderClass.build(record, root));
        }
        if (record.schema().variables() != null) {
            write(record.element(), "Merge", mergeClass.build(record));
        }
    }

    /** Writes the main of a trainer. */
    void emit(TrainerClass trainer, TypeElement config) {
        write(trainer.element(), "Main", mainClass.build(trainer, config));
    }

    private void write(TypeElement origin, String suffix, TypeSpec.Builder builder) {
        try {
            files.write(origin, builder);
        } catch (FilerException taken) {
            reporter.report(origin, SchemaWording.nameTaken(origin, Names.qualified(origin, suffix)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
