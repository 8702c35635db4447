package io.alchemi.trainers.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.alchemi.training.array.Workspace;
import io.alchemi.training.nn.Parameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A module in float64 with recorded weights.
 *
 * @param <M> its type
 */
public record Recorded<M>(M module, Parameters parameters) {
    /** A workspace of golden numbers. */
    public static Workspace workspace() {
        return new Workspace(Device.cpu(), DataType.FLOAT64);
    }

    /** Makes a module, which must make parameters of the recorded names, and gives it the recorded weights. */
    public static <M> Recorded<M> of(
            Workspace workspace, Map<String, NDArray> weights, Function<Parameters, M> constructor) {
        Parameters parameters = new Parameters(workspace, 0);
        M module = constructor.apply(parameters);
        assertThat(parameters.trained().keySet()).containsExactlyInAnyOrderElementsOf(weights.keySet());
        Map<String, NDArray> all = new LinkedHashMap<>(parameters.all());
        all.putAll(weights);
        parameters.load(all);
        return new Recorded<>(module, parameters);
    }

    /** The same values under longer names. */
    public static <T> Map<String, T> below(String prefix, Map<String, T> values) {
        Map<String, T> below = new LinkedHashMap<>();
        values.forEach((name, value) -> below.put(prefix + name, value));
        return below;
    }
}
