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
 * Dropout at one location in a model, created by {@link Parameters#dropout}. It is active in training mode only.
 *
 * <p>Masks are computed in Java, which is fast. They depend on seed, location, step, and how often the location was used before in the same
 * forward pass. Each use has its own buffer for the factors, because the backward pass reads them later. Buffers are reused in the next
 * step. {@link #beforeRelu} needs no buffer.
 */
public final class Dropout {
    private final Parameters parameters;
    private final String place;
    private final double probability;
    private final DropoutMask masks;
    private final List<InputBuffer> buffers = new ArrayList<>();
    private long pass;
    private int uses;

    /** The probability is in [0, 1). At 0, dropout has no effect and no cost. */
    Dropout(Parameters parameters, String place, double probability) {
        this.parameters = parameters;
        this.place = place;
        this.probability = probability;
        this.masks = new DropoutMask(probability);
    }

    /**
     * Applies dropout to a copy. The kept elements are scaled up, so that the mean stays the same.
     *
     * @param x any shape
     * @return a new array, or x itself if nothing is dropped
     */
    public NDArray apply(NDArray x) {
        return isOff() ? x : x.mul(mask(x.getShape()));
    }

    /**
     * Applies dropout in place. Only for values that the backward pass does not need, such as the output of a linear map. Right after
     * softmax or ReLU, the engine throws an exception in the backward pass.
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
     * Drops elements of a new array in place before a ReLU, without scaling the kept ones. The layer that reads the output of the ReLU must
     * use a weight from {@link #rescaled}. If Java can access the memory, this is cheaper than {@link #applyInPlace}, because no mask is
     * written and read. The ReLU blocks the gradient of the dropped elements.
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

    /** Scales the weight of the linear map that follows {@link #beforeRelu}, to compensate for the missing scaling. */
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
