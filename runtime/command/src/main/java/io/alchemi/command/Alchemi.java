package io.alchemi.command;

import io.alchemi.command.arguments.Arguments;
import io.alchemi.command.arguments.Help;
import io.alchemi.command.index.ProgramIndex;
import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.Suggestion;
import io.alchemi.config.schema.JarIndex.CommandEntry;
import java.lang.reflect.InaccessibleObjectException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code alchemi} command. */
public final class Alchemi {
    /** The option before a command that prints stack traces. */
    static final String DEBUG = "--debug";

    /** The name of the program. */
    static final String PROGRAM = "alchemi";

    private Alchemi() {}

    /** Runs a command line and exits with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(Arrays.asList(arguments), Console.ofProcess()));
    }

    /** Runs a command line and returns its exit code. */
    public static int run(List<String> arguments, Console console) {
        if (!arguments.isEmpty() && arguments.get(0).equals(DEBUG)) {
            return run(arguments.subList(1, arguments.size()), console.withTraces());
        }
        try {
            return written(dispatch(arguments, console), console);
        } catch (ConfigException e) {
            int code = failed(e, console);
            DiagnosticPrinter.offerExplanation(e.diagnostics(), console);
            return code;
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            return failed(e, console);
        }
    }

    /** Runs the only command of a program and returns its exit code. */
    public static int run(Subcommand command, List<String> arguments, Console console) {
        try {
            return written(runOnly(command, arguments, console), console);
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            return failed(e, console);
        }
    }

    private static int runOnly(Subcommand command, List<String> arguments, Console console) {
        String first = arguments.isEmpty() ? "" : arguments.get(0);
        if (first.equals(Completion.NAME)) {
            Completion.print(arguments.subList(1, arguments.size()), command, console);
            return ExitCode.FINE;
        } else if (arguments.size() > 1 && first.equals(CompletionCommand.NAME)) {
            String program = command.name().replace(' ', '-');
            return new CompletionCommand(program).run(arguments.subList(1, arguments.size()), console);
        }
        return command.run(arguments, console);
    }

    /**
     * Returns the exit code, or a failure if the output could not be written, for example because the disk is full. A reader that has
     * read enough is no failure.
     */
    private static int written(int code, Console console) {
        boolean isPipeClosed = console.out() instanceof ProcessOutput output && output.isPipeClosed();
        if (code == ExitCode.FINE && console.out().checkError() && !isPipeClosed) {
            console.err().println("error: cannot write the output");
            return ExitCode.FAILED;
        }
        return code;
    }

    /** Reports what the user can fix as diagnostics, and everything else as a bug. */
    private static int failed(Throwable failure, Console console) {
        if (failure instanceof ConfigException e) {
            DiagnosticPrinter.print(e.diagnostics(), console);
            return DiagnosticPrinter.exitCode(e.diagnostics());
        }
        if (failure instanceof OutOfMemoryError) {
            console.err().println("error: out of memory; give Java more, for example JAVA_TOOL_OPTIONS=-Xmx4g");
            return ExitCode.FAILED;
        }
        if (failure instanceof InaccessibleObjectException) {
            console.err().println("error: " + failure.getMessage());
            return ExitCode.FAILED;
        }
        return reportFault("Alchemi", failure, console);
    }

    /**
     * Reports an exception of a class that a command calls as a bug of its authors. Problems of the user's files, and exceptions of
     * classes of Alchemi, are thrown again.
     *
     * @param what the noun for the class
     * @param called the object with the bug
     * @return the exit code
     */
    public static int reportFault(String what, Object called, RuntimeException failure, Console console) {
        String type = called.getClass().getName();
        if (failure instanceof ConfigException || type.startsWith("io.alchemi.")) {
            throw failure;
        }
        return reportFault(what + " " + type, failure, console);
    }

    private static int reportFault(String program, Throwable failure, Console console) {
        console.err().println("This is a bug in " + program + ". Please report it with the following lines:");
        console.err().println("  java " + System.getProperty("java.version") + " on " + System.getProperty("os.name"));
        if (failure instanceof StackOverflowError && !console.debug()) {
            console.err().println("  " + failure);
        } else {
            DiagnosticPrinter.printTrace(failure, console);
        }
        return ExitCode.FAULT;
    }

    private static int dispatch(List<String> arguments, Console console) {
        ProgramIndex index = ProgramIndex.ofProgram();
        String first = arguments.isEmpty() ? "" : arguments.get(0);
        boolean asksForHelp = first.equals(OwnCommands.HELP);
        if (arguments.isEmpty() || Arguments.isHelp(first) || (asksForHelp && arguments.size() == 1)) {
            console.out().print(overview(index));
            return arguments.isEmpty() ? ExitCode.USAGE : ExitCode.FINE;
        } else if (asksForHelp) {
            return help(arguments.subList(1, arguments.size()), index, console);
        }
        if (first.equals(OwnCommands.VERSION) || first.equals(OwnCommands.SHORT_VERSION)) {
            console.out().println("alchemi " + version());
            return ExitCode.FINE;
        }
        if (first.equals(Completion.NAME)) {
            Completion.print(arguments.subList(1, arguments.size()), index, console);
            return ExitCode.FINE;
        }
        Subcommand command = find(arguments, index);
        if (command == null) {
            int last = arguments.size() - 1;
            if (Arguments.isHelp(arguments.get(last))) {
                return help(arguments.subList(0, last), index, console);
            }
            throw unknown(arguments, index);
        }
        int parts = command.name().split(" ").length;
        return command.run(arguments.subList(parts, arguments.size()), console);
    }

    /** Prints the help of a command, or the commands whose names begin with some words. */
    private static int help(List<String> words, ProgramIndex index, Console console) {
        Subcommand command = find(words, index);
        if (command != null) {
            return command.run(List.of(Arguments.HELP), console);
        }
        String start = String.join(" ", words);
        List<Subcommand> commands = new ArrayList<>();
        for (Subcommand candidate : all(index)) {
            if (candidate.name().startsWith(start + " ")) {
                commands.add(candidate);
            }
        }
        if (commands.isEmpty()) {
            throw unknown(words, index);
        }
        console.out()
                .print(new Help("Commands of 'alchemi " + start + "'.", "alchemi " + start + " COMMAND [ARGUMENT…]")
                        .entries("Commands", entries(commands))
                        .paragraph("Run 'alchemi " + start + " COMMAND --help' for more about a command."));
        return ExitCode.FINE;
    }

    /** Returns all commands, the built-in ones first. */
    static List<Subcommand> all(ProgramIndex index) {
        List<Subcommand> commands = new ArrayList<>(Arrays.asList(OwnCommands.of(index)));
        for (CommandEntry entry : index.commands()) {
            commands.add(command(entry));
        }
        return commands;
    }

    static @Nullable Subcommand find(List<String> arguments, ProgramIndex index) {
        for (Subcommand command : OwnCommands.of(index)) {
            if (ProgramIndex.begins(arguments, command.name())) {
                return command;
            }
        }
        CommandEntry entry = index.command(arguments);
        return entry == null ? null : command(entry);
    }

    private static Subcommand command(CommandEntry entry) {
        return (Subcommand) ProgramIndex.instance(entry.main());
    }

    private static ConfigException unknown(List<String> arguments, ProgramIndex index) {
        List<String> known = new ArrayList<>();
        for (Subcommand command : OwnCommands.of(index)) {
            known.add(command.name());
        }
        for (CommandEntry entry : index.commands()) {
            known.add(entry.name());
        }
        String first = arguments.get(0);
        String two = arguments.size() > 1 ? first + " " + arguments.get(1) : first;
        String nearest = Suggestion.nearest(two, known);
        nearest = nearest == null ? Suggestion.nearest(first, known) : nearest;
        List<String> subcommands = new ArrayList<>();
        for (String name : known) {
            if (name.startsWith(first + " ")) {
                subcommands.add(name);
            }
        }
        if (first.startsWith("-")) {
            return unknownOption(first);
        }
        String label = nearest != null
                ? "did you mean '" + nearest + "'?"
                : subcommands.isEmpty()
                        ? "run 'alchemi --help' to list the commands"
                        : "subcommands: " + String.join(", ", subcommands);
        boolean isSecondWrong = arguments.size() > 1 && !subcommands.isEmpty();
        return new ConfigException(List.of(
                isSecondWrong
                        ? Arguments.usage(first, arguments.get(1), "unknown command", label)
                        : Arguments.usage(first, "unknown command", label)));
    }

    private static ConfigException unknownOption(String option) {
        String nearest = Suggestion.didYouMean(option, List.of(Arguments.HELP, OwnCommands.VERSION, DEBUG));
        return new ConfigException(List.of(Arguments.usage(
                option,
                "unknown option " + option,
                nearest.isEmpty() ? "run 'alchemi --help' to list the commands" : nearest)));
    }

    private static String overview(ProgramIndex index) {
        List<Subcommand> trainers = new ArrayList<>();
        List<Subcommand> others = new ArrayList<>();
        for (CommandEntry entry : index.commands()) {
            Subcommand command = command(entry);
            (command instanceof GeneratedCommand generated && generated.trains() ? trainers : others).add(command);
        }
        String does = trainers.isEmpty() ? "runs commands" : "trains models";
        return new Help("Alchemi " + does + " from validated YAML configurations.", "alchemi COMMAND [ARGUMENT…]")
                .entries("Training", entries(trainers))
                .entries("Other commands", entries(others))
                .entries("Configurations", entries(Arrays.asList(OwnCommands.of(index))))
                .paragraph(
                        "Run 'alchemi COMMAND --help' for more about a command, and 'alchemi --debug COMMAND' to see the"
                                + " stack trace of an exception in a program's own code.")
                .toString();
    }

    private static String[][] entries(List<Subcommand> commands) {
        List<String[]> entries = new ArrayList<>();
        for (Subcommand command : commands) {
            entries.add(new String[] {command.name(), command.summary()});
        }
        return entries.toArray(new String[0][]);
    }

    /** Returns the version of Alchemi, or {@code development} if it does not run from its jars. */
    public static String version() {
        String version = Alchemi.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
