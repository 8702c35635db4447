package io.alchemi.command;

import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.FileProblem;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.InaccessibleObjectException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The {@code alchemi} command. */
public final class Alchemi {
    /** The option before a command that prints stack traces. */
    static final String DEBUG = "--debug";

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
        return start(arguments, console.of(Program.alchemi()));
    }

    /** Runs the only command of a program, or a built-in command, and returns its exit code. */
    public static int run(Subcommand command, List<String> arguments, Console console) {
        return start(arguments, console.of(Program.of(command)));
    }

    private static int start(List<String> arguments, Console console) {
        try {
            return written(console.program().run(arguments, console), console);
        } catch (ConfigException e) {
            int code = failed(e, console);
            DiagnosticPrinter.offerExplanation(e.diagnostics(), console);
            return code;
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            return failed(e, console);
        }
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
        if (failure instanceof UncheckedIOException e) {
            console.err().println("error: " + FileProblem.describe(Objects.requireNonNull(e.getCause())));
            return ExitCode.FAILED;
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
     * Reports an exception or an error of a class that a command calls as a bug of its authors. Problems of the user's files, a lack
     * of memory, and exceptions of classes of Alchemi, are thrown again.
     *
     * @param what the noun for the class
     * @param called the object with the bug
     * @return the exit code
     */
    public static int reportFault(String what, Object called, Throwable failure, Console console) {
        String type = called.getClass().getName();
        boolean isThrownAgain = failure instanceof ConfigException
                || failure instanceof OutOfMemoryError
                || type.startsWith("io.alchemi.");
        if (isThrownAgain && failure instanceof RuntimeException exception) {
            throw exception;
        } else if (isThrownAgain && failure instanceof Error error) {
            throw error;
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

    /** Returns the version of Alchemi, or {@code development} if it does not run from its jars. */
    public static String version() {
        String version = versionOf(Alchemi.class);
        return version == null ? "development" : version;
    }

    /** Returns the version of the jar of a class, or null. A named module has no version in its package, but may have one. */
    static @Nullable String versionOf(Class<?> type) {
        ModuleDescriptor module = type.getModule().getDescriptor();
        return module == null
                ? type.getPackage().getImplementationVersion()
                : module.rawVersion().orElse(null);
    }
}
