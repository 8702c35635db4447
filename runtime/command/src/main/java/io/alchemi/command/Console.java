package io.alchemi.command;

import java.io.FileDescriptor;
import java.io.PrintStream;
import java.util.Map;

/**
 * The input and output of a command.
 *
 * @param out the stream for results
 * @param err the stream for diagnostics
 * @param terminal true if the output is a terminal, which enables colours and the progress line
 * @param environment the environment variables
 * @param debug true to print the stack traces of exceptions that diagnostics report
 * @param program the program that the command line started
 */
public record Console(
        PrintStream out,
        PrintStream err,
        boolean terminal,
        Map<String, String> environment,
        boolean debug,
        Program program) {

    /** Creates a console of {@code alchemi} that prints no stack traces. */
    public Console(PrintStream out, PrintStream err, boolean terminal, Map<String, String> environment) {
        this(out, err, terminal, environment, false, Program.alchemi());
    }

    /**
     * Returns the console of this process, in UTF-8 regardless of the locale.
     *
     * <p>The launcher sets the system property {@code alchemi.terminal}, because the JDK's own detection changed its meaning in
     * JDK 22.
     */
    public static Console ofProcess() {
        return new Console(
                new ProcessOutput(FileDescriptor.out),
                new ProcessOutput(FileDescriptor.err),
                Boolean.getBoolean("alchemi.terminal"),
                System.getenv());
    }

    /** Returns this console with stack traces. */
    Console withTraces() {
        return new Console(out, err, terminal, environment, true, program);
    }

    /** Returns this console for a program. */
    Console of(Program program) {
        return new Console(out, err, terminal, environment, debug, program);
    }

    /** Returns true if the output may be coloured. */
    public boolean colour() {
        return terminal
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment.get("TERM"));
    }
}
