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
    /** Keeps the clipping factor finite where all gradients are zero; PyTorch's value. */
    private static final double NORM_FLOOR = 1e-6;

    private static final NDIndex EVERYTHING = new NDIndex("...");

    private Gradients() {}

    /**
     * Collects the gradients after a backward pass. DJL makes a new wrapper at every look-up, so this is called once per step,
     * inside the step's scope.
     *
     * @param parameters named parameters, all of which the loss used: a parameter without a gradient shows zeros here
     * @return the gradients under the same names, in the same order; views, not copies
     */
    public static Map<String, NDArray> of(Map<String, NDArray> parameters) {
        Map<String, NDArray> gradients = new LinkedHashMap<>();
        parameters.forEach((name, parameter) -> gradients.put(name, parameter.getGradient()));
        return gradients;
    }

    /**
     * Sets gradients to zero, also those that are not finite. DJL adds up the gradients of successive passes.
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
     * Scales all gradients in place by {@code min(1, maxNorm / (n + 1e-6))}, where n is the L2 norm over all of them together.
     *
     * @param gradients the gradients; changed unless they are small enough
     * @param maxNorm   largest norm to leave, at least 0; 0 sets every gradient to zero
     * @return n, before clipping; not finite if any gradient is not, and then nothing was changed
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
