package io.alchemi.training.nn;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;

/** Linear maps with GELU between them, named {@code 0}, {@code 2}, … as in PyTorch's {@code Sequential}. */
public final class Perceptron {
    private final List<Linear> layers = new ArrayList<>();

    /**
     * Creates the maps.
     *
     * @param parameters receives their parameters
     * @param widths     input width, hidden widths, output width; at least two
     */
    public Perceptron(Parameters parameters, int... widths) {
        for (int layer = 0; layer + 1 < widths.length; layer++) {
            layers.add(new Linear(parameters.in(Integer.toString(2 * layer)), widths[layer], widths[layer + 1]));
        }
    }

    /**
     * Applies the maps.
     *
     * @param x (..., in)
     * @return (..., out)
     */
    public NDArray apply(NDArray x) {
        NDArray y = layers.get(0).apply(x);
        for (Linear layer : layers.subList(1, layers.size())) {
            y = layer.apply(Activations.gelu(y));
        }
        return y;
    }
}
