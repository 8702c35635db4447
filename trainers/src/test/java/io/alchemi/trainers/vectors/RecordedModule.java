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
 * @param <M> type of the module
 */
public record RecordedModule<M>(M module, Parameters parameters) {
    /** Returns a workspace for golden numbers. */
    public static Workspace workspace() {
        return new Workspace(Device.cpu(), DataType.FLOAT64);
    }

    /** Creates a module and loads the recorded weights, which must have the names of the module's parameters. */
    public static <M> RecordedModule<M> of(
            Workspace workspace, Map<String, NDArray> weights, Function<Parameters, M> constructor) {
        Parameters parameters = new Parameters(workspace, 0);
        M module = constructor.apply(parameters);
        assertThat(parameters.trained().keySet()).containsExactlyInAnyOrderElementsOf(weights.keySet());
        Map<String, NDArray> all = new LinkedHashMap<>(parameters.all());
        all.putAll(weights);
        parameters.load(all);
        return new RecordedModule<>(module, parameters);
    }

    /** Returns the same values with prefixed names. */
    public static <T> Map<String, T> below(String prefix, Map<String, T> values) {
        Map<String, T> below = new LinkedHashMap<>();
        values.forEach((name, value) -> below.put(prefix + name, value));
        return below;
    }
}
