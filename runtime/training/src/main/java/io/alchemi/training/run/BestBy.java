package io.alchemi.training.run;

import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.diagnose.EscapedText;
import io.alchemi.config.diagnose.Suggestion;
import io.alchemi.config.layer.TreeMapper;
import io.alchemi.config.schema.MetricGoal;
import io.alchemi.config.schema.MetricSchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Mapping.Entry;
import io.alchemi.config.tree.Scalar;
import java.util.ArrayList;
import java.util.List;

/** Validates the keys {@code best_by} of training loops before anything is computed: each names a metric that can be compared. */
final class BestBy extends TreeMapper {
    private final DeclaredMetrics metrics;
    private final ClassLoader classes;
    private final Diagnostics problems = new Diagnostics();

    private BestBy(Schema schema, DeclaredMetrics metrics, ClassLoader classes) {
        super(schema);
        this.metrics = metrics;
        this.classes = classes;
    }

    /**
     * Validates all loops of a configuration.
     *
     * @param metrics the metrics that its trainer declares
     * @param classes loads the classes of its records
     * @throws ConfigException if a loop names another metric
     */
    static void require(Schema schema, Mapping tree, DeclaredMetrics metrics, ClassLoader classes) {
        BestBy found = new BestBy(schema, metrics, classes);
        found.record(schema.root(), tree, "");
        if (found.problems.hasErrors()) {
            throw new ConfigException(found.problems.sorted());
        }
    }

    @Override
    protected Mapping record(RecordSchema record, Mapping mapping, String path) {
        for (Entry entry : mapping.entries()) {
            if (entry.name().equals("best_by")
                    && entry.value() instanceof Scalar scalar
                    && !scalar.isNull()
                    && metrics.goal(scalar.text()) == MetricGoal.NONE
                    && isLoop(record.type())) {
                problems.add(unknown(scalar, path.isEmpty() ? "best_by" : path + ".best_by"));
            }
        }
        return super.record(record, mapping, path);
    }

    /** Returns true if a record, named as in Java source, has the settings of a loop. */
    private boolean isLoop(String type) {
        try {
            return LoopSettings.class.isAssignableFrom(Class.forName(type, false, classes));
        } catch (ClassNotFoundException e) {
            int dot = type.lastIndexOf('.');
            return dot >= 0 && isLoop(type.substring(0, dot) + '$' + type.substring(dot + 1));
        }
    }

    private Diagnostic unknown(Scalar scalar, String path) {
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
