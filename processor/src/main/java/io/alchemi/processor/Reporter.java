package io.alchemi.processor;

import io.alchemi.config.diagnose.Severity;
import io.alchemi.processor.check.Problem;
import io.alchemi.processor.check.Problems;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic.Kind;

/** Hands problems to the compiler. Two roots that reach the same faulty record find the same problem; it is shown once. */
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

    /** Reports a problem that has no place. */
    void report(Problem problem) {
        count++;
        messager.printMessage(Kind.ERROR, problem.message());
    }

    /** Says something that is no problem, once. */
    void note(String text) {
        if (shown.add(text)) {
            messager.printMessage(Kind.NOTE, text);
        }
    }

    /** How many errors were found so far; whoever compares two answers knows whether what lay between is sound. */
    int count() {
        return count;
    }
}
