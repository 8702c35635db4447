package io.alchemi.processor.check;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.processor.extract.CommandClass;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedSchema;
import io.alchemi.processor.extract.ExtractedSchema.ReachableRecord;
import io.alchemi.processor.extract.Generics;
import io.alchemi.processor.extract.Names;
import io.alchemi.processor.extract.ReservedNames;
import java.util.List;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Requires that a command has a valid name, a class that can be instantiated, and a record that suits its kind. */
public final class CommandCheck {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*( [a-z0-9]+(-[a-z0-9]+)*)*");

    private CommandCheck() {}

    /**
     * Returns the problems of a command class and its name, except those of its schema.
     *
     * @param reserved the names of the command line
     */
    public static Report check(CommandClass command, ReservedNames reserved) {
        Report problems = new Report();
        TypeElement type = command.element();
        if (!NAME.matcher(command.name()).matches()) {
            problems.report(type, NamesWording.badCommand(type, command.name()));
        } else if (reserved.beginsCommand(command.name().split(" ", 2)[0])) {
            problems.report(type, NamesWording.takenCommand(type, command.name()));
        }
        String why = whyNotConstructible(type);
        if (why != null) {
            problems.report(type, SchemaWording.notConstructible(type, why));
        }
        TypeElement config = command.config();
        if (command.unresolved()) {
            problems.report(type, SchemaWording.unknownSupertype(type));
        } else if (config == null) {
            problems.report(type, SchemaWording.withoutInterface(command));
        } else if (Generics.isGeneric(config)) {
            problems.report(type, SchemaWording.commandWithGeneric(command, Names.shown(config)));
        } else if (!command.hasSchema()) {
            problems.report(type, SchemaWording.commandWithoutSchema(command, Names.shown(config)));
        }
        return problems;
    }

    /** Returns the problems of the record that a command receives. */
    public static Report checkSchema(CommandClass command, ExtractedSchema extracted) {
        return switch (command.kind()) {
            case TRAINER -> checkGlobalBlock(command.element(), extracted);
            case CONFIGURED -> checkNoOperands(extracted);
            case ACTION -> checkOptions(extracted);
        };
    }

    /**
     * Reports components that are neither options nor operands, required options, required operands after optional ones, and
     * operands after a list.
     */
    private static Report checkOptions(ExtractedSchema extracted) {
        Report problems = new Report();
        ReachableRecord root = extracted.reached(extracted.root().schema().type());
        KeySchema optional = null;
        KeySchema list = null;
        for (KeySchema key : root.record().schema().keys()) {
            if (key.operand() && list != null) {
                problems.report(root.place(key), RecordWording.operandAfterList(root.record(), key, list));
            }
            list = key.operand() && key.type() instanceof ListType ? key : list;
            if (key.operand() && !key.isRequired()) {
                optional = key;
            } else if (key.operand() && optional != null) {
                problems.report(root.place(key), RecordWording.operandAfterOptional(root.record(), key, optional));
            } else if (!key.operand() && key.flag() == null) {
                problems.report(root.place(key), RecordWording.neitherFlagNorOperand(root.record(), key));
            } else if (!key.operand() && key.isRequired()) {
                problems.report(root.place(key), RecordWording.requiredOption(root.record(), key));
            }
        }
        return problems;
    }

    private static Report checkNoOperands(ExtractedSchema extracted) {
        Report problems = new Report();
        ReachableRecord root = extracted.reached(extracted.root().schema().type());
        for (KeySchema key : root.record().schema().keys()) {
            if (key.operand()) {
                problems.report(root.place(key), RecordWording.operandOfConfiguration(root.record(), key));
            }
        }
        return problems;
    }

    private static Report checkGlobalBlock(TypeElement trainer, ExtractedSchema extracted) {
        Report problems = new Report();
        Component global = extracted.root().component("global");
        if (global != null && !global.isSupported()) {
            return problems; // TypeCheck reports its type.
        }
        Schema schema = extracted.described();
        RecordSchema root = schema.root();
        KeySchema block = extracted.lost().isEmpty() ? schema.globalKey() : root.key("global");
        if (block == null || !block.name().equals("global")) {
            String why =
                    block == null ? "which has no global block" : "whose global block is called '" + block.name() + "'";
            problems.report(
                    trainer,
                    SchemaWording.commandWithoutGlobalBlock(
                            trainer, Names.shown(extracted.root().element()), why));
        }
        return problems;
    }

    private static @Nullable String whyNotConstructible(TypeElement type) {
        if (type.getKind() != ElementKind.CLASS || type.getModifiers().contains(Modifier.ABSTRACT)) {
            return "it is abstract or not a class. Annotate a concrete class.";
        }
        if (!type.getTypeParameters().isEmpty()) {
            return "it has type parameters. Annotate a class without type parameters.";
        }
        for (Element current = type; current instanceof TypeElement; current = current.getEnclosingElement()) {
            if (current.getModifiers().contains(Modifier.PRIVATE)) {
                return "it is private or nested in a private class. Remove 'private'.";
            }
        }
        boolean inner = type.getEnclosingElement() instanceof TypeElement
                && !type.getModifiers().contains(Modifier.STATIC);
        if (inner) {
            return "it is an inner class. Add 'static'.";
        }
        return hasPlainConstructor(type)
                ? null
                : "it has no non-private constructor without parameters and without 'throws'. Add one.";
    }

    private static boolean hasPlainConstructor(TypeElement type) {
        List<ExecutableElement> constructors = ElementFilter.constructorsIn(type.getEnclosedElements());
        for (ExecutableElement constructor : constructors) {
            if (constructor.getParameters().isEmpty()
                    && constructor.getThrownTypes().isEmpty()
                    && !constructor.getModifiers().contains(Modifier.PRIVATE)) {
                return true;
            }
        }
        return false;
    }
}
