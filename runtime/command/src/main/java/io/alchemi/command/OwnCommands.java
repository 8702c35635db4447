package io.alchemi.command;

import io.alchemi.command.arguments.Arguments;
import io.alchemi.command.index.ProgramIndex;

/**
 * The built-in commands.
 *
 * <p>The annotation processor rejects schemas and trainers that use these names. It is built before this module, so it reads the
 * constants from the class file.
 */
final class OwnCommands {
    static final String HELP = "help";
    static final String VERSION = "--version";
    static final String SHORT_VERSION = "-V";

    /** The names of the commands, one per line. */
    static final String COMMANDS = HELP
            + "\n" + ValidateCommand.NAME
            + "\n" + ConfigShowCommand.NAME
            + "\n" + ConfigDiffCommand.NAME
            + "\n" + ConfigInitCommand.NAME
            + "\n" + SchemaListCommand.NAME
            + "\n" + SchemaShowCommand.NAME
            + "\n" + SchemaExportCommand.NAME
            + "\n" + ExplainCommand.NAME
            + "\n" + CompletionCommand.NAME;

    /**
     * The options that can occur next to the flags of a configuration, one per line: the command, an equals sign, and an option
     * or the generated class that describes the options.
     */
    static final String OPTIONS = "every command=" + Arguments.HELP
            + "\nevery command=" + Arguments.SHORT_HELP
            + "\n'alchemi'=" + VERSION
            + "\n'alchemi " + ConfigShowCommand.NAME + "'=io.alchemi.command.ConfigShowOptionsSchema"
            + "\nevery command with a configuration=io.alchemi.command.ConfigOptionsSchema";

    private OwnCommands() {}

    /** Returns the commands. */
    static Subcommand[] of(ProgramIndex index) {
        return new Subcommand[] {
            new ValidateCommand(index),
            new ConfigShowCommand(index),
            new ConfigDiffCommand(index),
            new ConfigInitCommand(index),
            new SchemaListCommand(index),
            new SchemaShowCommand(index),
            new SchemaExportCommand(index),
            new ExplainCommand(),
            new CompletionCommand()
        };
    }

    /** Returns the commands of a program without a configuration. */
    static Subcommand[] withoutConfiguration() {
        return new Subcommand[] {new ExplainCommand(), new CompletionCommand()};
    }
}
