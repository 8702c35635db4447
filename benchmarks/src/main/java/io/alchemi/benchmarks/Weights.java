package io.alchemi.benchmarks;

import ai.djl.ndarray.NDArray;
import java.util.Map;
import java.util.Objects;

/**
 * Named parameters as one module sees them: under its own prefix.
 *
 * @param all    parameters by full name
 * @param prefix what the names of the module's parameters begin with
 */
record Weights(Map<String, NDArray> all, String prefix) {
    Weights in(String part) {
        return new Weights(all, prefix + part + ".");
    }

    NDArray get(String name) {
        return Objects.requireNonNull(all.get(prefix + name), prefix + name);
    }
}
