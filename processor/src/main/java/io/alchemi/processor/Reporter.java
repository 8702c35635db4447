package io.alchemi.processor;

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
        count++;
        show(Kind.ERROR, place, problem);
    }

    @Override
    public void warn(Element place, Problem problem) {
        show(Kind.WARNING, place, problem);
    }

    private void show(Kind kind, Element place, Problem problem) {
        String about = place.getEnclosingElement() + "." + place;
        if (shown.add(about + problem.message())) {
            messager.printMessage(kind, problem.message(), place);
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

    /** How many problems were found so far; whoever compares two answers knows whether what lay between is sound. */
    int count() {
        return count;
    }
}
