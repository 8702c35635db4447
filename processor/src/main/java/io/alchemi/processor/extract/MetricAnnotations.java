package io.alchemi.processor.extract;

import io.alchemi.config.schema.MetricGoal;
import io.alchemi.config.schema.MetricSchema;
import io.alchemi.config.schema.MetricStage;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;

/** Reads the metrics that a trainer declares. */
public final class MetricAnnotations {
    private MetricAnnotations() {}

    /** Returns the metrics of a class in source order, valid or not. */
    public static List<MetricSchema> of(TypeElement trainer) {
        List<MetricSchema> metrics = new ArrayList<>();
        for (AnnotationMirror metric : Annotations.all(trainer, SchemaAnnotation.METRIC)) {
            metrics.add(new MetricSchema(
                    Annotations.text(metric, "name"),
                    Annotations.constant(metric, "stage", MetricStage.EVALUATION),
                    Annotations.constant(metric, "goal", MetricGoal.NONE),
                    Annotations.text(metric, "unit"),
                    Annotations.text(metric, "doc")));
        }
        return metrics;
    }
}
