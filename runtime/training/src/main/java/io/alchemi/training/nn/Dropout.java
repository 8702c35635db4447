package io.alchemi.training.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.alchemi.training.array.HostMemory;
import io.alchemi.training.array.InputBuffer;
import io.alchemi.training.array.Scalars;
import io.alchemi.training.random.DropoutMask;
import io.alchemi.training.random.RandomStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Dropout at one place of a model, made by {@link Parameters#dropout}. It acts in training mode only.
 *
 * <p>Masks are made in Java, which is fast, and are a function of seed, place, step and how often the place was used before in the
 * same forward pass. Every use has a buffer for its factors, because the backward pass still reads them; buffers are reused from step
 * to step. {@link #beforeRelu} needs none.
 */
public final class Dropout {
    private final Parameters parameters;
    private final String place;
    private final double probability;
    private final DropoutMask masks;
    private final List<InputBuffer> buffers = new ArrayList<>();
    private long pass;
    private int uses;

    /** The probability is in [0, 1); 0 drops nothing and costs nothing. */
    Dropout(Parameters parameters, String place, double probability) {
        this.parameters = parameters;
        this.place = place;
        this.probability = probability;
        this.masks = new DropoutMask(probability);
    }

    /**
     * Drops elements of a copy, and scales up the others so that the mean stays.
     *
     * @param x any shape
     * @return a new array, or x itself where nothing is dropped
     */
    public NDArray apply(NDArray x) {
        return isOff() ? x : x.mul(mask(x.getShape()));
    }

    /**
     * Drops elements in place. Only for values that the backward pass does not need again, such as the output of a linear map; right
     * after softmax or ReLU the engine throws in the backward pass.
     */
    NDArray applyInPlace(NDArray x) {
        return isOff() ? x : x.muli(mask(x.getShape()));
    }

    private boolean isOff() {
        return probability == 0 || parameters.trainingStep() == 0;
    }

    private NDArray mask(Shape shape) {
        int use = nextUse();
        if (use == buffers.size()) {
            buffers.add(buffer(shape));
        } else if (!buffers.get(use).shape().equals(shape)) {
            buffers.set(use, buffer(shape));
        }
        masks.fill(buffers.get(use).memory(), stream(use));
        return buffers.get(use).lend();
    }

    private InputBuffer buffer(Shape shape) {
        return parameters.workspace().input(DataType.FLOAT32, shape);
    }

    /**
     * Drops elements of a new array in place, for a ReLU to follow, but leaves those that are kept as they are: what reads the ReLU's
     * output is to use a weight from {@link #rescaled}. Where Java reaches the memory that is cheaper than {@link #applyInPlace}: there
     * is no mask to write and to read. The ReLU stops the gradient of what is dropped.
     */
    NDArray beforeRelu(NDArray x) {
        if (isOff()) {
            return x;
        }
        if (!HostMemory.has(x)) {
            return applyInPlace(x);
        }
        masks.drop(HostMemory.of(x), stream(nextUse()));
        return x;
    }

    /** Makes up for {@link #beforeRelu} in the weight of the linear map that reads its output. */
    NDArray rescaled(NDArray weight) {
        return isOff() || !HostMemory.has(weight) ? weight : Scalars.mul(weight, masks.scale());
    }

    private int nextUse() {
        if (pass != parameters.pass()) {
            pass = parameters.pass();
            uses = 0;
        }
        return uses++;
    }

    private RandomStream stream(int use) {
        String purpose = "dropout/" + place;
        return new RandomStream(parameters.seed(), use == 0 ? purpose : purpose + "#" + use, parameters.trainingStep());
    }
}
