package io.alchemi.command;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.EscapedText;
import io.alchemi.config.diagnose.TextFormat;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.ExceptionText;
import java.util.List;

/** Prints diagnostics to a console and maps them to exit codes. */
public final class DiagnosticPrinter {
    private DiagnosticPrinter() {}

    /** Prints diagnostics and, if there are several, their number. */
    public static void print(List<Diagnostic> problems, Console console) {
        if (problems.isEmpty()) {
            return;
        }
        console.err().print(TextFormat.render(problems, console.colour()));
        if (problems.size() > 1) {
            console.err().print("\n" + count(problems) + "\n");
        }
        printTraces(problems, console);
    }

    /** Prints the stack traces of the exceptions that diagnostics report, if the console wants them. */
    static void printTraces(List<Diagnostic> problems, Console console) {
        for (Diagnostic problem : problems) {
            if (console.debug() && problem.cause() != null) {
                console.err().println();
                printTrace(problem.cause(), console);
            }
        }
    }

    /** Prints an exception and its causes with their stack traces. */
    static void printTrace(Throwable failure, Console console) {
        for (Throwable cause : ExceptionText.chain(failure)) {
            console.err().println("  " + EscapedText.of(ExceptionText.of(cause)));
            for (StackTraceElement element : cause.getStackTrace()) {
                console.err().println("    at " + element);
            }
        }
    }

    /**
     * Prints the command that explains the first error. Usage errors are skipped: their messages need no explanation.
     */
    static void offerExplanation(List<Diagnostic> problems, Console console) {
        for (Diagnostic problem : problems) {
            if (problem.isError() && problem.id() != DiagnosticId.USAGE) {
                console.err()
                        .println("\nFor more information, run '"
                                + console.program().call(ExplainCommand.NAME) + " "
                                + problem.id().code() + "'.");
                return;
            }
        }
    }

    /** Returns the number of errors and warnings: {@code "2 errors, 1 warning"}. */
    static String count(List<Diagnostic> problems) {
        int errors = 0;
        for (Diagnostic problem : problems) {
            errors += problem.isError() ? 1 : 0;
        }
        int warnings = problems.size() - errors;
        String first = errors == 0 ? "" : number(errors, "error");
        String second = warnings == 0 ? "" : number(warnings, "warning");
        return first + (first.isEmpty() || second.isEmpty() ? "" : ", ") + second;
    }

    private static String number(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** Returns the exit code of a command that ended with these diagnostics. */
    public static int exitCode(List<Diagnostic> problems) {
        boolean onlyFiles = true;
        boolean errors = false;
        for (Diagnostic problem : problems) {
            if (!problem.isError()) {
                continue;
            }
            boolean isOfFile = problem.place().document().kind() == Document.Kind.FILE;
            if (problem.id() == DiagnosticId.USAGE || (problem.id() == DiagnosticId.SETTING_PATH && !isOfFile)) {
                return ExitCode.USAGE;
            }
            if (problem.id() == DiagnosticId.USER_CODE) {
                return ExitCode.FAULT;
            }
            errors = true;
            onlyFiles &= problem.id() == DiagnosticId.NO_SUCH_FILE;
        }
        return !errors ? ExitCode.FINE : onlyFiles ? ExitCode.NO_FILE : ExitCode.CONFIGURATION;
    }
}
