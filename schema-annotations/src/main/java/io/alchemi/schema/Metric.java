package io.alchemi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a metric that a trainer records. Annotates a class with {@link TrainerCommand}. What the runtime records itself, such as
 * {@code loss} and {@code lr}, is not declared.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
@Repeatable(Metric.All.class)
public @interface Metric {
    /** Returns the name: letters, digits and underscores, a letter first, for example {@code lab_to_sensor_at_1}. */
    String name();

    /** Returns the description, a noun phrase such as {@code "share of images that are classified correctly"}. */
    String doc();

    /** Returns when the metric is recorded, and so in which file. */
    Stage stage() default Stage.EVALUATION;

    /** Returns which values are better. {@code best_by} needs a metric with a goal. */
    Goal goal() default Goal.NONE;

    /** Returns the unit, for example {@code "rad"}; empty for shares, counts and other pure numbers. */
    String unit() default "";

    /** When a metric is recorded. */
    enum Stage {
        /** In each step; {@code metrics.jsonl} has it. */
        STEP,
        /** In evaluations; {@code evaluations.jsonl} has it. */
        EVALUATION
    }

    /** Which values are better. */
    enum Goal {
        /** Neither. */
        NONE,
        /** Larger ones, as of an accuracy. */
        MAXIMIZE,
        /** Smaller ones, as of a loss. */
        MINIMIZE
    }

    /** Container annotation of {@link Metric}. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.CLASS)
    @interface All {
        /** Returns the metrics in the order of their declaration. */
        Metric[] value();
    }
}
