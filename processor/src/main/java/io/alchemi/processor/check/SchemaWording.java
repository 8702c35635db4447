package io.alchemi.processor.check;

import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.processor.check.GlobalKeyCheck.Block;
import io.alchemi.processor.extract.CommandClass;
import io.alchemi.processor.extract.CommandKind;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedRecord;
import io.alchemi.processor.extract.ExtractedSchema.ReachableRecord;
import io.alchemi.processor.extract.Generics;
import io.alchemi.processor.extract.Names;
import io.alchemi.processor.extract.SchemaAnnotation;
import io.alchemi.processor.extract.TypeText;
import java.io.PrintWriter;
import java.io.StringWriter;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Messages about annotated types, the global block and commands. */
public final class SchemaWording {
    private SchemaWording() {}

    static Problem globalKey(String path, ReachableRecord holder, KeySchema key, String name, Block block) {
        String present = block.pathOf(name);
        String moved = holder.direct() && name.equals(key.name()) && present != null
                ? ", and add @Moved(from = \"" + path + "\", to = \"" + present
                        + "\") to the root if existing files use it"
                : "";
        String declared = present == null
                ? ", or rename it; a setting of the whole run is a key of "
                        + block.record().shown()
                : "";
        return new Problem(
                DiagnosticId.GLOBAL_KEY,
                holder.record().shown(key) + " declares '" + path + "', but '" + name
                        + "' is a run-wide setting that belongs in '" + block.path() + "'. Remove it" + moved + declared
                        + ".");
    }

    static Problem globalSynonym(String path, ExtractedRecord holder, KeySchema key, String block, String name) {
        return new Problem(
                DiagnosticId.GLOBAL_SYNONYM,
                holder.shown(key) + " declares '" + path + "', but '" + name
                        + "' is a synonym of a run-wide setting in '" + block
                        + "'. Remove it, or suppress this error if it means something else: @SuppressWarnings(\""
                        + DiagnosticId.GLOBAL_SYNONYM.code() + "\").");
    }

    static Problem severalGlobalBlocks(String path, String other) {
        return new Problem(
                DiagnosticId.SEVERAL_GLOBAL_BLOCKS,
                "'" + path + "' is a second global block besides '" + other
                        + "', but a schema can have only one. Remove one of the two.");
    }

    static Problem notARecord(Element element, SchemaAnnotation annotation) {
        boolean isGeneric = element instanceof TypeElement type && Generics.isGeneric(type);
        String what = isGeneric ? " has type parameters. Remove them." : " is not one. Make it a plain record.";
        String wanted = annotation == SchemaAnnotation.CONFIG_RECORD ? "a record" : "a record without type parameters";
        return new Problem(
                DiagnosticId.NOT_A_RECORD,
                "@" + annotation.simpleName() + " requires " + wanted + ", but " + shown(element) + what);
    }

    static Problem strayAnnotation(Element element, String annotation, String targets) {
        return new Problem(
                DiagnosticId.MISPLACED_ANNOTATION,
                "@" + annotation + " does not apply to " + shown(element) + ", only to " + targets + ". Remove it.");
    }

    private static String shown(Element element) {
        if (element instanceof TypeElement type) {
            return Names.shown(type);
        }
        String name = element.getSimpleName().toString();
        return element.getEnclosingElement() instanceof TypeElement holder ? Names.shown(holder) + "." + name : name;
    }

    static Problem commandWithGeneric(CommandClass command, String config) {
        return new Problem(
                DiagnosticId.COMMAND_WITHOUT_SCHEMA,
                Names.shown(command.element()) + " receives " + config
                        + ", which has type parameters. Declare a record without"
                        + " them; its components may have types such as " + config + "<…>.");
    }

    static Problem commandWithoutSchema(CommandClass command, String config) {
        String fault = command.kind() == CommandKind.TRAINER
                ? " trains from " + config
                        + ", which is not a schema. Annotate that record with @ConfigSchema(id = \"…\")."
                : " receives " + config
                        + ", which is not a record with @ConfigRecord or @ConfigSchema. Declare a record with @ConfigRecord"
                        + " for options, or one with @ConfigSchema(id = \"…\") for a configuration.";
        return new Problem(DiagnosticId.COMMAND_WITHOUT_SCHEMA, Names.shown(command.element()) + fault);
    }

    static Problem unknownSupertype(TypeElement command) {
        return new Problem(
                DiagnosticId.UNKNOWN_TYPE,
                Names.shown(command)
                        + " extends or implements a type that does not exist and was not generated by an annotation"
                        + " processor. Correct the name, or import the type.");
    }

    static Problem withoutInterface(CommandClass command) {
        CommandKind kind = command.kind();
        boolean trains = kind == CommandKind.TRAINER;
        return new Problem(
                DiagnosticId.COMMAND_WITHOUT_SCHEMA,
                Names.shown(command.element()) + " has @"
                        + kind.annotation().simpleName() + ", but is not a "
                        + (trains ? "trainer" : "command action") + ". Implement " + kind.runtimePackage() + "."
                        + kind.interfaceName() + "<R>, where R is "
                        + (trains
                                ? "its configuration record."
                                : "the record of its options or of its configuration."));
    }

    static Problem notASchema(ExtractedRecord record, Component component, TypeMirror named) {
        String type = TypeText.of(named);
        return new Problem(
                DiagnosticId.BAD_INPUT_SCHEMA,
                "@Input on " + record.shown(component) + " names " + type
                        + " as the schema of the file, but " + type + " is not the root of a schema. Name a record with"
                        + " @ConfigSchema(id = \"…\"), or remove 'schema'.");
    }

    static Problem schemaNotGenerated(ExtractedRecord record, Component component, TypeElement root) {
        return new Problem(
                DiagnosticId.BAD_INPUT_SCHEMA,
                "@Input on " + record.shown(component) + " names " + Names.shown(root)
                        + " as the schema of the file, but it was compiled without Alchemi's annotation processor."
                        + " Compile its module with the processor.");
    }

    static Problem commandWithoutGlobalBlock(TypeElement trainer, String config, String why) {
        return new Problem(
                DiagnosticId.COMMAND_WITHOUT_GLOBAL_BLOCK,
                Names.shown(trainer) + " trains from " + config + ", " + why
                        + ". Declare exactly one component of a @GlobalBlock record, named 'global': RuntimeConfig"
                        + " global.");
    }

    static Problem notConstructible(TypeElement command, String why) {
        return new Problem(
                DiagnosticId.COMMAND_NOT_CONSTRUCTIBLE,
                "The generated main class cannot instantiate " + Names.shown(command) + ": " + why);
    }

    static Problem noExampleFile(TypeElement root, String example, String folder) {
        return new Problem(
                DiagnosticId.BAD_EXAMPLE_FILE,
                "The example file '" + example + "' of " + Names.shown(root) + " does not exist in " + folder
                        + ". Write its path relative to the root of the project.");
    }

    static Problem badExampleFile(TypeElement root, String rendered) {
        return new Problem(
                DiagnosticId.BAD_EXAMPLE_FILE,
                "The example file of " + Names.shown(root) + " is invalid.\n" + rendered);
    }

    /**
     * Returns the problem of a generated file whose name is already in use.
     *
     * @param isCompiled true if a class file has this name, with which only Eclipse's compiler has a problem
     */
    public static Problem nameTaken(TypeElement type, String name, boolean isCompiled) {
        String why = isCompiled
                ? "is already on the class path, probably from an earlier compilation. Remove the folder or jar that contains"
                        + " it from the class path."
                : "already exists. Rename one of the two.";
        return new Problem(
                DiagnosticId.NAME_TAKEN, "Cannot generate " + name + " for " + Names.shown(type) + ", since it " + why);
    }

    /**
     * Returns the problem of an internal error of the processor.
     *
     * @param about what was being processed
     */
    public static Problem fault(String about, Throwable error) {
        StringWriter stack = new StringWriter();
        error.printStackTrace(new PrintWriter(stack));
        return new Problem(
                DiagnosticId.FAULT,
                "Internal error in Alchemi, not in your code, while processing " + about
                        + ". Please report it with this stack trace:\n" + stack);
    }
}
