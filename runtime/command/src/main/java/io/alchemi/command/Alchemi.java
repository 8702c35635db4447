package io.alchemi.command;

import io.alchemi.command.arguments.Arguments;
import io.alchemi.command.arguments.Help;
import io.alchemi.command.index.ProgramIndex;
import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.Suggestion;
import io.alchemi.config.schema.JarIndex.CommandEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code alchemi} command. */
public final class Alchemi {
    private Alchemi() {}

    /** Runs a command line and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(Arrays.asList(arguments), Console.ofProcess()));
    }

    /** Runs a command line. */
    public static int run(List<String> arguments, Console console) {
        try {
            return written(dispatch(arguments, console), console);
        } catch (ConfigException e) {
            int code = failed(e, console);
            DiagnosticPrinter.offerExplanation(e.diagnostics(), console);
            return code;
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            return failed(e, console);
        }
    }

    /** Runs one command of a program that has only this one. */
    public static int run(Command command, List<String> arguments, Console console) {
        try {
            return written(command.run(arguments, console), console);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            return failed(e, console);
        }
    }

    /** A result that could not be written, on a full disk say, is no success. */
    private static int written(int code, Console console) {
        if (code == ExitCode.FINE && console.out().checkError()) {
            console.err().println("error: the output could not be written");
            return ExitCode.FAILED;
        }
        return code;
    }

    /** Shows what a user can mend as problems and everything else as a fault of ours. */
    private static int failed(Throwable failure, Console console) {
        if (failure instanceof ConfigException e) {
            DiagnosticPrinter.print(e.diagnostics(), console);
            return DiagnosticPrinter.exitCode(e.diagnostics());
        }
        return reportFault("Alchemi, not of yours", failure, console);
    }

    /**
     * Shows a fault of a program, and what to report.
     *
     * @param whose whose fault it is, as in "a fault of …"
     * @return the exit code that it deserves
     */
    public static int reportFault(String whose, Throwable failure, Console console) {
        console.err().println("This is a fault of " + whose + ". Please report it with these lines:");
        console.err().println("  java " + System.getProperty("java.version") + " on " + System.getProperty("os.name"));
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            console.err().println("  " + cause);
            for (StackTraceElement element : cause.getStackTrace()) {
                console.err().println("    at " + element);
            }
        }
        return ExitCode.FAULT;
    }

    private static int dispatch(List<String> arguments, Console console) {
        ProgramIndex index = ProgramIndex.ofProgram();
        if (arguments.isEmpty() || isHelp(arguments.get(0))) {
            console.out().print(overview(index));
            return arguments.isEmpty() ? ExitCode.USAGE : ExitCode.FINE;
        }
        if (arguments.get(0).equals(OwnCommands.VERSION)) {
            console.out().println("alchemi " + version());
            return ExitCode.FINE;
        }
        Command command = find(arguments, index);
        if (command == null) {
            throw unknown(arguments, index);
        }
        int words = command.words().split(" ").length;
        return command.run(arguments.subList(words, arguments.size()), console);
    }

    private static boolean isHelp(String argument) {
        return Arguments.isHelp(argument) || argument.equals(OwnCommands.HELP);
    }

    private static @Nullable Command find(List<String> arguments, ProgramIndex index) {
        for (Command command : OwnCommands.of(index)) {
            if (ProgramIndex.begins(arguments, command.words())) {
                return command;
            }
        }
        CommandEntry entry = index.command(arguments);
        return entry == null ? null : command(entry);
    }

    private static Command command(CommandEntry entry) {
        return (Command) ProgramIndex.instance(entry.main());
    }

    private static ConfigException unknown(List<String> arguments, ProgramIndex index) {
        List<String> known = new ArrayList<>();
        for (Command command : OwnCommands.of(index)) {
            known.add(command.words());
        }
        for (CommandEntry entry : index.commands()) {
            known.add(entry.words());
        }
        String first = arguments.get(0);
        String two = arguments.size() > 1 ? first + " " + arguments.get(1) : first;
        String nearest = Suggestion.nearest(two, known);
        nearest = nearest == null ? Suggestion.nearest(first, known) : nearest;
        List<String> begun = new ArrayList<>();
        for (String words : known) {
            if (words.startsWith(first + " ")) {
                begun.add(words);
            }
        }
        String label = nearest != null
                ? "did you mean '" + nearest + "'?"
                : begun.isEmpty() ? "alchemi --help lists the commands" : "commands: " + String.join(", ", begun);
        return new ConfigException(List.of(Arguments.usage(first, "there is no such command", label)));
    }

    private static String overview(ProgramIndex index) {
        List<String[]> trainers = new ArrayList<>();
        for (CommandEntry entry : index.commands()) {
            trainers.add(new String[] {entry.words(), command(entry).summary()});
        }
        List<String[]> tools = new ArrayList<>();
        for (Command command : OwnCommands.of(index)) {
            tools.add(new String[] {command.words(), command.summary()});
        }
        return new Help("Alchemi trains from checked configurations.", "alchemi COMMAND [ARGUMENT…]")
                .entries("Training", trainers.toArray(new String[0][]))
                .entries("Configurations", tools.toArray(new String[0][]))
                .paragraph("alchemi COMMAND --help says more about each.")
                .toString();
    }

    private static String version() {
        String version = Alchemi.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
