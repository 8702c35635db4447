package io.alchemi.processor.check;

import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;

/** Collects the problems that checks find. */
public final class Report {
    private final List<PlacedProblem> problems = new ArrayList<>();

    /** Creates an empty report. */
    public Report() {}

    /**
     * A problem with its location.
     *
     * @param place the element at which the compiler shows it
     * @param problem what is wrong
     */
    public record PlacedProblem(Element place, Problem problem) {}

    /**
     * Adds a problem.
     *
     * @param place the element at which the compiler shows it
     * @param problem what is wrong
     */
    public void report(Element place, Problem problem) {
        problems.add(new PlacedProblem(place, problem));
    }

    /** Adds the problems of another report. */
    public void addAll(Report other) {
        problems.addAll(other.problems);
    }

    /** Returns true if there are neither errors nor warnings. */
    public boolean isEmpty() {
        return problems.isEmpty();
    }

    /** Returns true if there is at least one error; warnings do not count. */
    public boolean hasErrors() {
        for (PlacedProblem placed : problems) {
            if (placed.problem().id().severity() == Severity.ERROR) {
                return true;
            }
        }
        return false;
    }

    /** Returns true if a place has a problem with one of the ids. */
    boolean has(Element place, Set<DiagnosticId> ids) {
        for (PlacedProblem placed : problems) {
            if (ids.contains(placed.problem().id()) && placed.place().equals(place)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the problems in the order in which they were found. */
    public List<PlacedProblem> problems() {
        return List.copyOf(problems);
    }
}
