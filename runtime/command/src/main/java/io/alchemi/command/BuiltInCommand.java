package io.alchemi.command;

import io.alchemi.command.arguments.Arguments;
import io.alchemi.command.arguments.FlagTable;
import io.alchemi.command.arguments.Help;
import io.alchemi.command.index.ProgramIndex;
import io.alchemi.command.index.SchemaOfFile;
import io.alchemi.config.ConfigException;
import io.alchemi.config.layer.Setting;
import io.alchemi.config.schema.JarIndex.SchemaEntry;
import java.util.List;

/** A command that every program has. */
abstract class BuiltInCommand implements Subcommand {
    private final String name;
    private final String arguments;
    private final String summary;

    /**
     * Creates a command.
     *
     * @param arguments what follows the name in the usage line, after a space
     */
    BuiltInCommand(String name, String arguments, String summary) {
        this.name = name;
        this.arguments = arguments;
        this.summary = summary;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String summary() {
        return summary;
    }

    @Override
    public int run(List<String> arguments, Console console) {
        List<FlagTable> tables = syntax(List.of()).options();
        Arguments parsed = Arguments.parse(arguments, tables.toArray(new FlagTable[0]));
        if (!parsed.help()) {
            return run(parsed.operands(), tables.isEmpty() ? List.of() : parsed.settings(tables.get(0)), console);
        }
        Help help = help(console);
        for (FlagTable table : tables) {
            help.flags("Options", table);
        }
        console.out().print(help);
        return ExitCode.FINE;
    }

    /** Starts the help of the command. */
    Help help(Console console) {
        return new Help(summary + ".", usage(console));
    }

    private String usage(Console console) {
        return console.program().call(name) + arguments;
    }

    /**
     * Runs the command.
     *
     * @param operands the arguments that are not options
     * @param options the options
     */
    abstract int run(List<String> operands, List<Setting> options, Console console);

    /** Returns the argument of a usage line that names a schema. It is optional in a program with one command. */
    static String idOf(ProgramIndex index) {
        return index.only() == null ? " ID" : " [ID]";
    }

    /** Returns the schema that the only argument names, by default that of a program with one command. */
    final SchemaEntry schema(List<String> operands, ProgramIndex index, Console console) {
        SchemaEntry only = index.only();
        if (operands.isEmpty() && only != null) {
            return only;
        } else if (operands.size() != 1) {
            String list = console.program().call(SchemaListCommand.NAME);
            throw new ConfigException(List.of(Arguments.usage(
                    console.program().call(name), "expected one schema ID", "run '" + list + "' to list the IDs")));
        }
        return new SchemaOfFile(index).ofId(operands.get(0), operands.get(0));
    }

    /** Returns a usage error for a missing argument, which shows the usage line. */
    final ConfigException misused(String message, Console console) {
        return misused(console.program().call(name), message, console);
    }

    /** Returns a usage error for an argument, which shows the usage line. */
    final ConfigException misused(String argument, String message, Console console) {
        return new ConfigException(List.of(Arguments.usage(argument, message, "usage: " + usage(console))));
    }
}
