package io.alchemi.training.run;

import ai.djl.ndarray.NDArray;
import io.alchemi.training.array.Scalars;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The loss of a batch: a weighted sum of named terms, and further figures to record. All are scalars. */
public final class Loss {
    /** The name of the whole loss among the figures of a step. */
    static final String TOTAL = "loss";

    private final Map<String, NDArray> figures = new LinkedHashMap<>();
    private final Set<String> terms = new HashSet<>();
    private final Set<String> details = new HashSet<>();
    private @Nullable NDArray total;

    /** Starts without a term. */
    public Loss() {}

    /**
     * Makes a loss without named terms.
     *
     * @param total what is differentiated, a scalar
     * @return the loss
     */
    public static Loss of(NDArray total) {
        Loss loss = new Loss();
        loss.total = total;
        return loss;
    }

    /**
     * Adds a term.
     *
     * @param name  its name in the metrics
     * @param value a scalar
     * @return this loss
     */
    public Loss add(String name, NDArray value) {
        total = total == null ? value : total.add(value);
        terms.add(name);
        return figure(name, value);
    }

    /**
     * Adds a term times a weight; the metrics hold it without the weight.
     *
     * @param name   its name in the metrics
     * @param weight the weight
     * @param value  a scalar
     * @return this loss
     */
    public Loss add(String name, double weight, NDArray value) {
        NDArray weighted = Scalars.mul(value, weight);
        total = total == null ? weighted : total.add(weighted);
        terms.add(name);
        return figure(name, value);
    }

    /**
     * Records a figure that is no term.
     *
     * @param name  its name in the metrics
     * @param value a scalar
     * @return this loss
     */
    public Loss figure(String name, NDArray value) {
        if (figures.put(FigureNames.require(name), value) != null) {
            throw new IllegalArgumentException("the loss has two figures called '" + name + "'; rename one");
        }
        return this;
    }

    /**
     * Records a figure that {@code metrics.jsonl} keeps and no line of the log shows.
     *
     * @param name  its name in the metrics
     * @param value a scalar
     * @return this loss
     */
    public Loss detail(String name, NDArray value) {
        details.add(name);
        return figure(name, value);
    }

    /**
     * Returns the whole loss.
     *
     * @return a scalar, what is differentiated
     * @throws IllegalStateException if there is no term
     */
    public NDArray total() {
        if (total == null) {
            throw new IllegalStateException("the loss has no term; add one");
        }
        return total;
    }

    /** Reads all figures, the whole loss first. */
    Map<String, Double> read() {
        Map<String, Double> read = new LinkedHashMap<>();
        read.put(TOTAL, Scalars.read(total()));
        figures.forEach((name, value) -> read.put(name, Scalars.read(value)));
        return read;
    }

    /** Returns true for a figure that is differentiated. */
    boolean isTerm(String name) {
        return name.equals(TOTAL) || terms.contains(name);
    }

    Set<String> details() {
        return details;
    }
}
