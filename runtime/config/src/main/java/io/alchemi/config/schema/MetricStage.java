package io.alchemi.config.schema;

/** When a metric is recorded. The names are those of the annotation's constants. */
public enum MetricStage {
    /** In each step; {@code metrics.jsonl} has it. */
    STEP,
    /** In evaluations; {@code evaluations.jsonl} has it. */
    EVALUATION
}
