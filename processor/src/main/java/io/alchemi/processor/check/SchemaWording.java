package io.alchemi.processor.check;

import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedRecord;
import io.alchemi.processor.extract.ExtractedSchema.ReachableRecord;
import io.alchemi.processor.extract.Names;
import java.io.PrintWriter;
import java.io.StringWriter;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Words the problems of annotated types, of the global block and of trainers. */
public final class SchemaWording {
    private SchemaWording() {}

    static Problem globalKey(String path, ReachableRecord holder, KeySchema key, String name, String block) {
        String moved = holder.direct() && name.equals(key.name())
                ? ", and add @Moved(from = \"" + path + "\", to = \"" + block + "." + name
                        + "\") to the root if files use it"
                : "";
        return new Problem(
                DiagnosticId.GLOBAL_KEY,
                RecordWording.name(holder.record(), key) + " declares '" + path + "', but '" + name
                        + "' is a setting of the whole run, which stands in '" + block + "'. Remove it" + moved + ".");
    }

    static Problem globalSynonym(String path, ExtractedRecord holder, KeySchema key, String block, String name) {
        return new Problem(
                DiagnosticId.GLOBAL_SYNONYM,
                RecordWording.name(holder, key) + " declares '" + path + "', but '" + name
                        + "' is another word for what '"
                        + block
                        + "' sets for the whole run. Remove it, or say that it means something else: @SuppressWarnings(\""
                        + DiagnosticId.GLOBAL_SYNONYM.code() + "\").");
    }

    static Problem severalGlobalBlocks(String path, String other) {
        return new Problem(
                DiagnosticId.SEVERAL_GLOBAL_BLOCKS,
                "'" + path + "' is a second global block beside '" + other + "'. A schema has one; remove the other.");
    }

    static Problem notARecord(Element element, String annotation) {
        return new Problem(
                DiagnosticId.NOT_A_RECORD,
                "@" + annotation + " stands on " + element.getSimpleName()
                        + ", which is no record without type parameters. Make it a plain record.");
    }

    static Problem strayAnnotation(Element element, String annotation, String where) {
        return new Problem(
                DiagnosticId.MISPLACED_ANNOTATION,
                "@" + annotation + " has no meaning on " + element.getSimpleName() + ": it belongs on " + where
                        + ". Remove it.");
    }

    static Problem commandWithoutSchema(TypeElement trainer, String config) {
        return new Problem(
                DiagnosticId.COMMAND_WITHOUT_SCHEMA,
                Names.shown(trainer) + " trains from " + config
                        + ", which is no schema. Annotate that record: @ConfigSchema(id" + " = \"…\").");
    }

    static Problem unknownSupertype(TypeElement trainer) {
        return new Problem(
                DiagnosticId.UNKNOWN_TYPE,
                Names.shown(trainer)
                        + " extends or implements a type that does not exist, and no annotation processor generated it."
                        + " Correct the name, or import the type.");
    }

    static Problem noTrainer(TypeElement trainer) {
        return new Problem(
                DiagnosticId.COMMAND_WITHOUT_SCHEMA,
                Names.shown(trainer)
                        + " is a @TrainerCommand, but no trainer. Let it implement io.alchemi.training.run.Trainer"
                        + " of its configuration record.");
    }

    static Problem notASchema(ExtractedRecord record, Component component, TypeMirror named) {
        String type = TypeText.of(named);
        return new Problem(
                DiagnosticId.BAD_INPUT_SCHEMA,
                RecordWording.name(record, component.key()) + " says that its file has the schema " + type
                        + ", but that is no root of a schema. Name a record with @ConfigSchema(id = \"…\"), or remove"
                        + " 'schema'.");
    }

    static Problem schemaNotGenerated(ExtractedRecord record, Component component, TypeElement root) {
        return new Problem(
                DiagnosticId.BAD_INPUT_SCHEMA,
                RecordWording.name(record, component.key()) + " says that its file has the schema " + Names.shown(root)
                        + ", which was compiled without Alchemi's annotation processor. Compile its module with the"
                        + " processor.");
    }

    static Problem commandWithoutGlobalBlock(TypeElement trainer, String config, String why) {
        return new Problem(
                DiagnosticId.COMMAND_WITHOUT_GLOBAL_BLOCK,
                Names.shown(trainer) + " trains from " + config + ", " + why
                        + ". A run needs exactly one component of a @GlobalBlock record, named 'global':"
                        + " RuntimeConfig global.");
    }

    static Problem notConstructible(TypeElement trainer, String why) {
        return new Problem(
                DiagnosticId.TRAINER_NOT_CONSTRUCTIBLE,
                "The generated main cannot construct " + Names.shown(trainer) + ": " + why);
    }

    static Problem noExampleFile(TypeElement root, String example, String folder) {
        return new Problem(
                DiagnosticId.BAD_EXAMPLE_FILE,
                "There is no file '" + example + "', the example of " + Names.shown(root) + ", in " + folder
                        + ". Write its path from the root of the project.");
    }

    static Problem badExampleFile(TypeElement root, String rendered) {
        return new Problem(
                DiagnosticId.BAD_EXAMPLE_FILE, "The example of " + Names.shown(root) + " does not load.\n" + rendered);
    }

    /** A generated file whose name is taken. */
    public static Problem nameTaken(TypeElement type, String name) {
        return new Problem(
                DiagnosticId.NAME_TAKEN,
                "The file " + name + ", which is generated for " + Names.shown(type)
                        + ", exists already. Rename one of the two.");
    }

    /** A fault of the processor. */
    public static Problem fault(String about, Throwable fault) {
        StringWriter stack = new StringWriter();
        fault.printStackTrace(new PrintWriter(stack));
        return new Problem(
                DiagnosticId.FAULT,
                "A fault of Alchemi, not of yours, at " + about + ". Please report it with this text:\n" + stack);
    }
}
