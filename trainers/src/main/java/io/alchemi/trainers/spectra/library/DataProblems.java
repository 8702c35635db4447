package io.alchemi.trainers.spectra.library;

import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.FileProblem;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.text.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Collects the problems of data files and throws them together. */
final class DataProblems {
    /** Limit of reported problems. A file with more usually has one cause, and nobody reads thousands of messages. */
    private static final int MOST = 20;

    private final List<Diagnostic> found = new ArrayList<>();

    /** Returns the location of a whole file. */
    static SourceLocation file(Path file) {
        return new SourceLocation(new Document(Document.Kind.FILE, file.toString(), ""), Span.START);
    }

    /** Returns the exception for a file that cannot be read. */
    static ConfigException unreadable(Path file, IOException e) {
        return new ConfigException(
                List.of(new Diagnostic(DiagnosticId.NO_SUCH_FILE, file(file), FileProblem.reason(file, e), "")));
    }

    /** Adds a problem of the content. Throws all problems if there are too many. */
    void add(SourceLocation place, String message, String label) {
        add(place, message, label, List.of());
    }

    /** Adds a problem of the content, with notes. */
    void add(SourceLocation place, String message, String label, List<String> notes) {
        List<String> all = new ArrayList<>(notes);
        boolean isLast = found.size() == MOST - 1;
        if (isLast) {
            all.add("stopped after " + MOST + " problems; there may be more");
        }
        found.add(new Diagnostic(DiagnosticId.INPUT_DATA, place, message, label, all));
        if (isLast) {
            throw exception();
        }
    }

    /** Adds a problem after which reading cannot continue. Returns the exception to throw. */
    ConfigException fatal(Diagnostic problem) {
        found.add(problem);
        return exception();
    }

    /** Throws all problems if there are any. */
    void throwIfAny() {
        if (!found.isEmpty()) {
            throw exception();
        }
    }

    /** Returns the exception with all problems. */
    ConfigException exception() {
        return new ConfigException(found);
    }
}
