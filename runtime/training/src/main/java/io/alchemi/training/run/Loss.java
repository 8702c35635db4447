package io.alchemi.training.run;

import ai.djl.ndarray.NDArray;
import io.alchemi.training.array.Scalars;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The loss of a batch: a weighted sum of named terms, and further metrics to record. All are scalars. */
public final class Loss {
    private final Map<String, NDArray> metrics = new LinkedHashMap<>();
    private final Set<String> terms = new HashSet<>();
    private final Set<String> details = new HashSet<>();
    private @Nullable NDArray total;

    /** Creates a loss without terms. */
    public Loss() {}

    /**
     * Creates a loss without named terms.
     *
     * @param total the value to differentiate, a scalar
     * @return the loss
     */
    public static Loss of(NDArray total) {
        Loss loss = new Loss();
        loss.total = requireScalar("the loss", total);
        return loss;
    }

    /**
     * Adds a term.
     *
     * @param name  its name in the metrics, which the trainer declares with {@code @Metric}
     * @param value a scalar
     * @return this loss
     */
    public Loss add(String name, NDArray value) {
        total = total == null ? value : total.add(value);
        terms.add(name);
        return metric(name, value);
    }

    /**
     * Adds a weighted term. The metrics contain its value without the weight.
     *
     * @param name   its name in the metrics, which the trainer declares with {@code @Metric}
     * @param weight the weight
     * @param value  a scalar
     * @return this loss
     */
    public Loss add(String name, double weight, NDArray value) {
        NDArray weighted = Scalars.mul(value, weight);
        total = total == null ? weighted : total.add(weighted);
        terms.add(name);
        return metric(name, value);
    }

    /**
     * Records a metric that is not a term.
     *
     * @param name  its name in the metrics, which the trainer declares with {@code @Metric}
     * @param value a scalar
     * @return this loss
     */
    public Loss metric(String name, NDArray value) {
        if (metrics.put(name, requireScalar("'" + name + "'", value)) != null) {
            throw new IllegalArgumentException("the loss has two metrics called '" + name + "'; rename one");
        }
        return this;
    }

    /**
     * Records a metric that is written to {@code metrics.jsonl} but not shown in the log.
     *
     * @param name  its name in the metrics, which the trainer declares with {@code @Metric}
     * @param value a scalar
     * @return this loss
     */
    public Loss detail(String name, NDArray value) {
        details.add(name);
        return metric(name, value);
    }

    private static NDArray requireScalar(String name, NDArray value) {
        if (value.size() != 1 || !value.getDataType().isFloating()) {
            throw new IllegalArgumentException(name + " has shape " + value.getShape() + " and type "
                    + value.getDataType() + "; it must be one float32 or float64 number, such as a mean");
        }
        return value;
    }

    /**
     * Returns the total loss.
     *
     * @return the value to differentiate, a scalar
     * @throws IllegalStateException if there is no term
     */
    public NDArray total() {
        if (total == null) {
            throw new IllegalStateException("the loss has no term; add one");
        }
        return total;
    }

    /** Reads the metrics, without the total loss. */
    Map<String, Double> read() {
        Map<String, Double> read = new LinkedHashMap<>();
        metrics.forEach((name, value) -> read.put(name, Scalars.read(value)));
        return read;
    }

    /** Returns true if a metric is a term of the loss. */
    boolean isTerm(String name) {
        return terms.contains(name);
    }

    Set<String> details() {
        return details;
    }
}
