package io.alchemi.processor.check;

import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.EscapedText;
import io.alchemi.config.schema.MetricSchema;
import io.alchemi.config.schema.MetricStage;
import io.alchemi.processor.extract.MetricAnnotations;
import io.alchemi.processor.extract.Names;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/** Requires that the metrics of a trainer have valid, distinct names and descriptions. */
public final class MetricCheck {
    private MetricCheck() {}

    /** Returns the problems of the metrics of a trainer. */
    public static Report check(TypeElement trainer) {
        Report problems = new Report();
        Map<MetricStage, Set<String>> names = new EnumMap<>(MetricStage.class);
        for (MetricSchema metric : MetricAnnotations.of(trainer)) {
            String fault = metric.fault();
            if (fault == null
                    && !names.computeIfAbsent(metric.stage(), stage -> new HashSet<>())
                            .add(metric.name())) {
                fault = "is declared twice for the same stage. Remove or rename one of the two.";
            }
            if (fault != null) {
                problems.report(
                        trainer,
                        new Problem(
                                DiagnosticId.BAD_METRIC,
                                "The metric '" + EscapedText.of(metric.name()) + "' of " + Names.shown(trainer) + " "
                                        + fault));
            }
        }
        return problems;
    }
}
