package io.alchemi.training.optimizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import io.alchemi.training.array.Scalars;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects the gradients of named parameters, and clips them. */
public final class Gradients {
    /** Keeps the clipping factor finite if all gradients are zero. Same value as in PyTorch. */
    private static final double NORM_FLOOR = 1e-6;

    private static final NDIndex EVERYTHING = new NDIndex("...");

    private Gradients() {}

    /**
     * Collects the gradients after a backward pass. DJL creates a new wrapper at every look-up, so call this once per step, inside the
     * step's scope.
     *
     * @param parameters named parameters, all used by the loss; parameters without a gradient return zeros
     * @return the gradients by name, in the same order; views, not copies
     */
    public static Map<String, NDArray> of(Map<String, NDArray> parameters) {
        Map<String, NDArray> gradients = new LinkedHashMap<>();
        parameters.forEach((name, parameter) -> gradients.put(name, parameter.getGradient()));
        return gradients;
    }

    /**
     * Sets gradients to zero, including non-finite ones. DJL accumulates the gradients of successive passes.
     *
     * @param parameters named parameters
     */
    public static void clear(Map<String, NDArray> parameters) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            for (NDArray gradient : of(parameters).values()) {
                gradient.set(EVERYTHING, gradient.zerosLike());
            }
        }
    }

    /**
     * Scales all gradients in place by {@code min(1, maxNorm / (n + 1e-6))}, where n is the L2 norm of all gradients together.
     *
     * @param gradients the gradients; changed if their norm is too large
     * @param maxNorm   maximum norm, at least 0; 0 sets all gradients to zero
     * @return n, before clipping; not finite if any gradient is not finite; nothing is changed then
     * @throws IllegalArgumentException if maxNorm is negative or NaN
     */
    public static double clip(Collection<NDArray> gradients, double maxNorm) {
        if (!(maxNorm >= 0)) {
            throw new IllegalArgumentException("largest gradient norm is " + maxNorm + "; it must be at least 0");
        }
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            double norm = norm(gradients);
            double factor = maxNorm / (norm + NORM_FLOOR);
            if (Double.isFinite(norm) && factor < 1) {
                for (NDArray gradient : gradients) {
                    gradient.muli(Scalars.like(gradient, factor));
                }
            }
            return norm;
        }
    }

    private static double norm(Collection<NDArray> gradients) {
        NDList norms = new NDList();
        for (NDArray gradient : gradients) {
            norms.add(gradient.norm());
        }
        return norms.isEmpty() ? 0 : Scalars.read(NDArrays.stack(norms).norm());
    }
}
