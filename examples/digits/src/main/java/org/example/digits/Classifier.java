package org.example.digits;

import ai.djl.ndarray.NDArray;
import io.alchemi.training.nn.Activations;
import io.alchemi.training.nn.Dropout;
import io.alchemi.training.nn.Linear;
import io.alchemi.training.nn.Parameters;

/** Linear map, ReLU, dropout, linear map. */
final class Classifier {
    private final Linear hidden;
    private final Dropout dropout;
    private final Linear output;

    Classifier(Parameters parameters, int hiddenWidth, double dropout) {
        this.hidden = new Linear(parameters.in("hidden"), Image.PIXELS, hiddenWidth);
        this.dropout = parameters.dropout("dropout", dropout);
        this.output = new Linear(parameters.in("output"), hiddenWidth, Image.DIGITS);
    }

    /** Maps pixels (B, 64) to a score for each digit, (B, 10). */
    NDArray apply(NDArray pixels) {
        return output.apply(dropout.apply(Activations.relu(hidden.apply(pixels))));
    }
}
