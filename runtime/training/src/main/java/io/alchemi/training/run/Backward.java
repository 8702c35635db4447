package io.alchemi.training.run;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.training.GradientCollector;
import io.alchemi.training.optimizer.AdamW;
import io.alchemi.training.optimizer.Gradients;
import java.util.Map;
import java.util.function.Supplier;

/** Computes the gradients of a step. */
interface Backward {
    /** Performs one forward and one backward pass. */
    Backward PLAIN = (step, optimizer, loss) -> {
        Supplier<NDArray> total = () -> {
            Loss computed = loss.get();
            step.take(computed);
            return computed.total();
        };
        return pass(optimizer, total, () -> {});
    };

    /** Returns the gradients of the optimizer's parameters. The step reads the metrics of the loss before the backward pass. */
    Map<String, NDArray> gradients(Step step, AdamW optimizer, Supplier<Loss> loss);

    /** Performs both passes, and runs something else between them. */
    static Map<String, NDArray> pass(AdamW optimizer, Supplier<NDArray> loss, Runnable between) {
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray total = loss.get();
            between.run();
            collector.backward(total);
        }
        return Gradients.of(optimizer.parameters());
    }
}
