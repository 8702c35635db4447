package io.alchemi.training.run;

import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.diagnose.EscapedText;
import io.alchemi.config.diagnose.Suggestion;
import io.alchemi.config.schema.MetricGoal;
import io.alchemi.config.schema.MetricSchema;
import io.alchemi.config.tree.Scalar;
import java.util.ArrayList;
import java.util.List;

/** Validates the {@code best_by} keys of training loops before training starts: each must be a metric that can be compared. */
final class BestBy {
    private BestBy() {}

    /**
     * Validates all loops of a configuration.
     *
     * @param loops   the keys of its loops
     * @param metrics the metrics that its trainer declares
     * @throws ConfigException if the metric of a loop cannot be compared
     */
    static void require(LoopKeys loops, DeclaredMetrics metrics) {
        Diagnostics problems = new Diagnostics();
        loops.values(LoopKeys.BEST_BY).forEach((path, value) -> {
            if (value instanceof Scalar scalar && !scalar.isNull() && metrics.goal(scalar.text()) == MetricGoal.NONE) {
                problems.add(unknown(scalar, path, metrics));
            }
        });
        if (problems.hasErrors()) {
            throw new ConfigException(problems.sorted());
        }
    }

    private static Diagnostic unknown(Scalar scalar, String path, DeclaredMetrics metrics) {
        List<String> notes = new ArrayList<>();
        for (MetricSchema metric : metrics.comparable()) {
            notes.add(metric.name() + ": " + DeclaredMetrics.describe(metric));
        }
        String nearest = Suggestion.didYouMean(scalar.text(), metrics.comparableNames());
        String names = String.join(", ", metrics.comparableNames());
        return new Diagnostic(
                DiagnosticId.UNKNOWN_METRIC,
                scalar.place(),
                "'" + path + "' must be a metric of evaluations that has a goal, but is '"
                        + EscapedText.of(scalar.text()) + "'",
                !nearest.isEmpty()
                        ? nearest
                        : names.isEmpty()
                                ? "the trainer declares none; write null"
                                : "write one of " + names + ", or null",
                notes);
    }
}
