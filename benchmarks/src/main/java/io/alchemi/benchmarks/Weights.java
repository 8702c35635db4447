package io.alchemi.benchmarks;

import ai.djl.ndarray.NDArray;
import java.util.Map;
import java.util.Objects;

/**
 * The named parameters of a module, below its prefix.
 *
 * @param all    parameters by full name
 * @param prefix prefix of the module's parameter names
 */
record Weights(Map<String, NDArray> all, String prefix) {
    Weights in(String part) {
        return new Weights(all, prefix + part + ".");
    }

    NDArray get(String name) {
        return Objects.requireNonNull(all.get(prefix + name), prefix + name);
    }
}
