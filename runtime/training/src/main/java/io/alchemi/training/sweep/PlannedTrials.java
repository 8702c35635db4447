package io.alchemi.training.sweep;

import io.alchemi.config.ConfigException;
import io.alchemi.config.Loaded;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.layer.PlacedValue;
import io.alchemi.config.layer.Source;
import io.alchemi.config.tree.Node;
import io.alchemi.config.tree.YamlText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Validates the configuration of every trial of a sweep, and computes their ids. */
final class PlannedTrials {
    private final SweepFile sweep;
    private final Source base;
    private final TrialIdentity identity;
    private final Map<String, Map<String, String>> trials = new LinkedHashMap<>();
    private final Map<Diagnostic, Concerned> problems = new LinkedHashMap<>();

    /** A problem and the trials that have it. */
    private static final class Concerned {
        private final String first;
        private int count;

        Concerned(String first) {
            this.first = first;
        }
    }

    private PlannedTrials(SweepFile sweep) {
        this.sweep = sweep;
        this.base = Source.tree(sweep.base().inputs().stated());
        this.identity = new TrialIdentity(sweep.command(), sweep.config().threads());
    }

    /**
     * Returns the values of each trial by id, in the order of the sampler. Combinations with the same configuration are one trial.
     *
     * @throws ConfigException with all problems of the sweep file and the trials, each reported once
     * @throws IOException if an input file cannot be read
     */
    static Map<String, Map<String, String>> of(SweepFile sweep) throws IOException {
        PlannedTrials planned = new PlannedTrials(sweep);
        List<List<PlacedValue>> combinations = combinations(sweep);
        for (List<PlacedValue> combination : combinations) {
            planned.add(combination);
        }
        planned.report(combinations.size());
        if (sweep.problems().hasErrors()) {
            throw new ConfigException(sweep.problems().sorted());
        }
        return planned.trials;
    }

    private static List<List<PlacedValue>> combinations(SweepFile sweep) {
        boolean isRandom = sweep.config().sampler() instanceof SweepConfig.Random;
        if (isRandom && sweep.problems().hasErrors()) { // The number of combinations is unknown.
            throw new ConfigException(sweep.problems().sorted());
        }
        try {
            return Combinations.of(sweep);
        } catch (ConfigException e) {
            e.diagnostics().forEach(sweep.problems()::add);
            throw new ConfigException(sweep.problems().sorted());
        }
    }

    private void add(List<PlacedValue> combination) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < combination.size(); i++) {
            values.put(
                    sweep.axes().get(i).key(), YamlText.flow(combination.get(i).value()));
        }
        try {
            Loaded<?> loaded = sweep.command().load(List.of(base, Source.values(combination)));
            for (int i = 0; i < combination.size(); i++) {
                SweepAxis axis = sweep.axes().get(i);
                Node resolved = combination.get(i).path().in(loaded.tree());
                if (axis.isInput() && resolved != null) { // A trial may run in another working directory.
                    values.put(axis.key(), YamlText.flow(resolved));
                }
            }
            trials.putIfAbsent(identity.of(loaded), values);
        } catch (ConfigException e) {
            e.diagnostics()
                    .forEach(problem ->
                            problems.computeIfAbsent(problem, unused -> new Concerned(Trial.describe(values))).count++);
        }
    }

    /** Reports the problems of all trials, each once. */
    private void report(int combinations) {
        problems.forEach((problem, concerned) -> {
            boolean isOfSeveralKeys = problem.id() == DiagnosticId.RULE
                    || problem.id() == DiagnosticId.REJECTED
                    || problem.id() == DiagnosticId.USER_CODE;
            List<String> notes = new ArrayList<>(problem.notes());
            if (isOfSeveralKeys) {
                notes.add("in " + concerned.count + " of " + combinations + " trials, the first of which has "
                        + concerned.first);
            }
            sweep.problems()
                    .add(new Diagnostic(
                            problem.id(),
                            problem.place(),
                            problem.key(),
                            problem.message(),
                            problem.label(),
                            notes,
                            problem.cause()));
        });
    }
}
