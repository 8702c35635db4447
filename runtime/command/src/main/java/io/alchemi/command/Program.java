package io.alchemi.command;

import io.alchemi.command.arguments.Arguments;
import io.alchemi.command.arguments.FlagTable;
import io.alchemi.command.arguments.Help;
import io.alchemi.command.index.ProgramIndex;
import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.Suggestion;
import io.alchemi.config.schema.JarIndex.CommandEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program: {@code alchemi}, which has all commands on the class path, or a generated {@code main}, which has one. Both have the built-in
 * commands too.
 */
public final class Program {
    /** System property: the name of the launcher that starts the program. */
    private static final String NAME = "alchemi.program";

    private static final String ALCHEMI = "alchemi";

    private final String name;
    private final @Nullable Subcommand only;
    private @Nullable ProgramIndex index;

    private Program(String name, @Nullable Subcommand only) {
        this.name = name;
        this.only = only;
    }

    /** Returns the program with all commands, {@code alchemi} if no launcher states another name. */
    static Program alchemi() {
        return new Program(System.getProperty(NAME, ALCHEMI), null);
    }

    /** Returns the program that has one command. Its name is that of its launcher, by default that of the command. */
    static Program of(Subcommand command) {
        return new Program(System.getProperty(NAME, command.name().replace(' ', '-')), command);
    }

    /** Returns the name of the program. */
    String name() {
        return name;
    }

    /** Returns the words that start a command: {@code alchemi align train}, or the name of a program that has only this command. */
    public String call(String command) {
        return only != null && only.name().equals(command) ? name : name + " " + command;
    }

    /** Returns the only command, or null if there may be several. */
    @Nullable
    Subcommand only() {
        return only;
    }

    /** Returns the schemas and commands, read when they are first needed. */
    ProgramIndex index() {
        ProgramIndex known = index;
        if (known == null) {
            known = only == null
                    ? ProgramIndex.ofProgram()
                    : ProgramIndex.of(
                            only.name(), only instanceof GeneratedCommand generated ? generated.loader() : null);
            index = known;
        }
        return known;
    }

    /** Runs a command line and returns its exit code. */
    int run(List<String> arguments, Console console) {
        String first = arguments.isEmpty() ? "" : arguments.get(0);
        if (isVersion(first)) {
            console.out().println(name + " " + version());
            return ExitCode.FINE;
        }
        boolean isHelpAlone = first.equals(OwnCommands.HELP) && arguments.size() == 1;
        if (first.equals(Completion.NAME)) {
            Completion.print(arguments.subList(1, arguments.size()), this, console);
            return ExitCode.FINE;
        } else if (only != null && (isHelpAlone || !isBuiltIn(first))) {
            return only.run(isHelpAlone ? List.of(Arguments.HELP) : arguments, console);
        } else if (arguments.isEmpty() || Arguments.isHelp(first) || isHelpAlone) {
            console.out().print(overview());
            return arguments.isEmpty() ? ExitCode.USAGE : ExitCode.FINE;
        } else if (first.equals(OwnCommands.HELP)) {
            return help(arguments.subList(1, arguments.size()), console);
        }
        Subcommand command = find(arguments);
        if (command == null) {
            int last = arguments.size() - 1;
            if (Arguments.isHelp(arguments.get(last))) {
                return help(arguments.subList(0, last), console);
            }
            throw unknown(arguments);
        }
        int parts = command.name().split(" ").length;
        return command.run(arguments.subList(parts, arguments.size()), console);
    }

    /** Returns true if an argument asks for the version. The only command of a program may have an option of this name. */
    private boolean isVersion(String argument) {
        boolean isVersion = argument.equals(OwnCommands.VERSION) || argument.equals(OwnCommands.SHORT_VERSION);
        if (isVersion && only != null) {
            for (FlagTable options : only.syntax(List.of()).options()) {
                isVersion &= options.byName(argument.substring(argument.startsWith("--") ? 2 : 1)) == null
                        && options.byShortName(argument.substring(1)) == null;
            }
        }
        return isVersion;
    }

    /** Returns the version of the jar of the only command, or {@code (Alchemi VERSION)} if it has none. */
    String version() {
        String version = only == null ? Alchemi.version() : Alchemi.versionOf(only.getClass());
        return version == null ? "(Alchemi " + Alchemi.version() + ")" : version;
    }

    /** Returns true if a word is the first one of a built-in command. */
    boolean isBuiltIn(String word) {
        boolean isFound = word.equals(OwnCommands.HELP);
        for (Subcommand command : builtIn()) {
            isFound |= command.name().equals(word) || command.name().startsWith(word + " ");
        }
        return isFound;
    }

    /** Prints the help of a command, or the commands whose names begin with some words. */
    private int help(List<String> words, Console console) {
        Subcommand command = find(words);
        if (command != null) {
            return command.run(List.of(Arguments.HELP), console);
        }
        String start = String.join(" ", words);
        List<Subcommand> commands = new ArrayList<>();
        for (Subcommand candidate : all()) {
            if (candidate.name().startsWith(start + " ")) {
                commands.add(candidate);
            }
        }
        if (commands.isEmpty()) {
            throw unknown(words);
        }
        String call = call(start);
        console.out()
                .print(new Help("Commands of '" + call + "'.", call + " COMMAND [ARGUMENT…]")
                        .entries("Commands", entries(commands))
                        .paragraph("Run '" + call + " COMMAND --help' for more about a command."));
        return ExitCode.FINE;
    }

    /** Returns the built-in commands. */
    Subcommand[] builtIn() {
        boolean isWithoutConfiguration = only != null && index().schemas().isEmpty();
        return isWithoutConfiguration ? OwnCommands.withoutConfiguration() : OwnCommands.of(index());
    }

    /** Returns the commands that follow the name of the program, the built-in ones first. */
    List<Subcommand> all() {
        List<Subcommand> commands = new ArrayList<>(Arrays.asList(builtIn()));
        if (only == null) {
            for (CommandEntry entry : index().commands()) {
                commands.add(command(entry));
            }
        }
        return commands;
    }

    @Nullable
    Subcommand find(List<String> arguments) {
        for (Subcommand command : builtIn()) {
            if (ProgramIndex.begins(arguments, command.name())) {
                return command;
            }
        }
        CommandEntry entry = only == null ? index().command(arguments) : null;
        return entry == null ? null : command(entry);
    }

    private static Subcommand command(CommandEntry entry) {
        return (Subcommand) ProgramIndex.instance(entry.main());
    }

    private ConfigException unknown(List<String> arguments) {
        String first = arguments.get(0);
        String list = "run '" + name + " --help' to list the commands";
        if (first.startsWith("-")) {
            String nearest = Suggestion.didYouMean(first, List.of(Arguments.HELP, OwnCommands.VERSION, Alchemi.DEBUG));
            return new ConfigException(
                    List.of(Arguments.usage(first, "unknown option " + first, nearest.isEmpty() ? list : nearest)));
        }
        List<String> known = names();
        String two = arguments.size() > 1 ? first + " " + arguments.get(1) : first;
        String nearest = Suggestion.nearest(two, known);
        nearest = nearest == null ? Suggestion.nearest(first, known) : nearest;
        List<String> subcommands = new ArrayList<>();
        for (String name : known) {
            if (name.startsWith(first + " ")) {
                subcommands.add(name);
            }
        }
        String label = nearest != null
                ? "did you mean '" + nearest + "'?"
                : subcommands.isEmpty() ? list : "subcommands: " + String.join(", ", subcommands);
        boolean isSecondWrong = arguments.size() > 1 && !subcommands.isEmpty();
        return new ConfigException(List.of(
                isSecondWrong
                        ? Arguments.usage(first, arguments.get(1), "unknown command", label)
                        : Arguments.usage(first, "unknown command", label)));
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        for (Subcommand command : builtIn()) {
            names.add(command.name());
        }
        if (only == null) {
            for (CommandEntry entry : index().commands()) {
                names.add(entry.name());
            }
        }
        return names;
    }

    private String overview() {
        List<Subcommand> trainers = new ArrayList<>();
        List<Subcommand> others = new ArrayList<>();
        for (CommandEntry entry : index().commands()) {
            Subcommand command = command(entry);
            (command instanceof GeneratedCommand generated && generated.trains() ? trainers : others).add(command);
        }
        String does = trainers.isEmpty() ? "runs commands" : "trains models";
        return new Help("Alchemi " + does + " from validated YAML configurations.", name + " COMMAND [ARGUMENT…]")
                .entries("Training", entries(trainers))
                .entries("Other commands", entries(others))
                .entries("Configurations", entries(Arrays.asList(builtIn())))
                .paragraph("Run '" + name + " COMMAND --help' for more about a command, and '" + name
                        + " --debug COMMAND' to see the stack trace of an exception in a program's own code.")
                .toString();
    }

    /** Adds the built-in commands to the help of the only command of a program. */
    Help withBuiltIn(Help help) {
        return only == null
                ? help
                : help.entries("Other commands", entries(Arrays.asList(builtIn())))
                        .paragraph("Run '" + name
                                + " help COMMAND' for more about a command. An argument that has the name of"
                                + " one comes after '--', or is written './NAME' if it is a file.");
    }

    private static String[][] entries(List<Subcommand> commands) {
        List<String[]> entries = new ArrayList<>();
        for (Subcommand command : commands) {
            entries.add(new String[] {command.name(), command.summary()});
        }
        return entries.toArray(new String[0][]);
    }
}
