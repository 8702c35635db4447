package io.alchemi.command;

import io.alchemi.command.arguments.Arguments;
import io.alchemi.command.index.ProgramIndex;

/**
 * The commands of {@code alchemi} itself.
 *
 * <p>The annotation processor reads the constants from the class file, since it is built before this module: schemas and trainers
 * must not use their names.
 */
final class OwnCommands {
    static final String HELP = "help";
    static final String VERSION = "--version";

    /** The words of each command, one command a line. */
    static final String COMMANDS = HELP
            + "\n" + ValidateCommand.WORDS
            + "\n" + ConfigShowCommand.WORDS
            + "\n" + ConfigInitCommand.WORDS
            + "\n" + SchemaListCommand.WORDS
            + "\n" + SchemaShowCommand.WORDS
            + "\n" + SchemaExportCommand.WORDS
            + "\n" + ExplainCommand.WORDS;

    /**
     * The options that can occur beside the flags of a configuration, a line each: the command, an equals sign, and an option or
     * the generated class that describes the options.
     */
    static final String OPTIONS = "every command=" + Arguments.HELP
            + "\nevery command=" + Arguments.SHORT_HELP
            + "\n'alchemi'=" + VERSION
            + "\n'alchemi " + ConfigShowCommand.WORDS + "'=io.alchemi.command.ConfigShowOptionsSchema";

    private OwnCommands() {}

    /** Returns the commands. */
    static Command[] of(ProgramIndex index) {
        return new Command[] {
            new ValidateCommand(index),
            new ConfigShowCommand(index),
            new ConfigInitCommand(index),
            new SchemaListCommand(index),
            new SchemaShowCommand(index),
            new SchemaExportCommand(index),
            new ExplainCommand()
        };
    }
}
