package io.alchemi.processor;

import io.alchemi.config.diagnose.Severity;
import io.alchemi.processor.check.Problem;
import io.alchemi.processor.check.Problems;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic.Kind;

/** Reports problems to the compiler. Reports a problem once, even if several roots contain the invalid record. */
final class Reporter implements Problems {
    private final Messager messager;
    private final Set<String> shown = new HashSet<>();
    private int count;

    Reporter(Messager messager) {
        this.messager = messager;
    }

    @Override
    public void report(Element place, Problem problem) {
        boolean error = problem.id().severity() == Severity.ERROR;
        count += error ? 1 : 0;
        String about = place.getEnclosingElement() + "." + place;
        if (shown.add(about + problem.message())) {
            messager.printMessage(error ? Kind.ERROR : Kind.WARNING, problem.message(), place);
        }
    }

    /** Reports a problem without an element. */
    void report(Problem problem) {
        count++;
        messager.printMessage(Kind.ERROR, problem.message());
    }

    /** Prints a note that is not a problem, once. */
    void note(String text) {
        if (shown.add(text)) {
            messager.printMessage(Kind.NOTE, text);
        }
    }

    /** Returns the number of errors so far. Callers compare counts before and after a check to see if it found errors. */
    int count() {
        return count;
    }
}
