package io.alchemi.processor;

import io.alchemi.config.diagnose.Severity;
import io.alchemi.processor.check.Problem;
import io.alchemi.processor.check.Report;
import io.alchemi.processor.check.Report.PlacedProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic.Kind;

/** Reports problems to the compiler, in the order of the sources. */
final class Reporter {
    private static final Pattern WITHIN_BRACKETS = Pattern.compile("<.*?>+");

    private final Messager messager;
    private final SourceOrder order;
    private final Set<String> shown = new HashSet<>();

    Reporter(Messager messager, SourceOrder order) {
        this.messager = messager;
        this.order = order;
    }

    /** Shows a report. A problem that two roots find in the same record is shown once. */
    void show(Report report) {
        List<PlacedProblem> problems = new ArrayList<>();
        for (PlacedProblem found : report.problems()) {
            problems.add(new PlacedProblem(order.current(found.place()), found.problem()));
        }
        for (PlacedProblem placed : order.sorted(problems, PlacedProblem::place)) {
            show(placed.place(), placed.problem());
        }
    }

    private void show(Element place, Problem problem) {
        // Applications of a generic record mostly have the same problem.
        String text = WITHIN_BRACKETS.matcher(problem.text()).replaceAll("");
        if (shown.add(place.getEnclosingElement() + "." + place + text)) {
            boolean known = !problem.advice().isEmpty() && !shown.add(problem.advice());
            messager.printMessage(
                    problem.id().severity() == Severity.ERROR ? Kind.ERROR : Kind.WARNING,
                    (known ? problem.withoutAdvice() : problem).message(),
                    place);
        }
    }

    /** Shows a problem without a location. */
    void show(Problem problem) {
        messager.printMessage(Kind.ERROR, problem.message());
    }

    /** Shows a note, once. */
    void note(String text) {
        if (shown.add(text)) {
            messager.printMessage(Kind.NOTE, text);
        }
    }
}
