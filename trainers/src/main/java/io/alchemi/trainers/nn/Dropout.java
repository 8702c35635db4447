package io.alchemi.trainers.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.alchemi.training.array.InputBuffer;
import io.alchemi.training.array.Scalars;
import io.alchemi.training.random.DropoutMask;
import io.alchemi.training.random.RandomStream;
import java.util.HashMap;
import java.util.Map;

/**
 * Dropout with masks made in Java, which are fast and repeatable from (seed, site, step).
 *
 * <p>A site is a place in the network, named by the path of its module. Each keeps one buffer for its factors, so a site may be
 * used only once per step: the backward pass still reads them. Buffers are reused from step to step.
 */
public final class Dropout {
    /** Drops nothing: for evaluation and for tests. */
    public static final Dropout NONE = new Dropout(0, 0);

    private static final String PURPOSE = "dropout/";

    private final long seed;
    private final double probability;
    private final DropoutMask factors;
    private final DropoutMask terms;
    private final Map<String, InputBuffer> factorsBySite = new HashMap<>();
    private final Map<Shape, InputBuffer> termsByShape = new HashMap<>();
    private long step;

    /**
     * Prepares dropout of one strength.
     *
     * @param probability share of elements to drop, in [0, 1); 0 drops none and costs nothing
     * @param seed        the run's seed
     * @throws IllegalArgumentException if the probability is out of its range
     */
    public Dropout(double probability, long seed) {
        this.probability = probability;
        this.seed = seed;
        this.factors = DropoutMask.ofFactors(probability);
        this.terms = DropoutMask.ofTerms(probability);
    }

    /**
     * Goes to a step; its masks depend on it.
     *
     * @param step the step, counted from 1
     */
    public void atStep(long step) {
        this.step = step;
    }

    /**
     * Drops elements in place. Only for values that the backward pass does not need again, such as the output of a linear map;
     * right after softmax or ReLU the engine throws at backward.
     *
     * @param site where in the network
     * @param x    any shape; overwritten
     * @return x
     */
    NDArray inPlace(String site, NDArray x) {
        return probability == 0 ? x : x.muli(maskFor(site, x));
    }

    /**
     * Drops elements of a copy.
     *
     * @param site where in the network
     * @param x    any shape
     * @return a new array, or x itself where nothing is dropped
     */
    NDArray ofCopy(String site, NDArray x) {
        return probability == 0 ? x : x.mul(maskFor(site, x));
    }

    private NDArray maskFor(String site, NDArray x) {
        Shape shape = x.getShape();
        InputBuffer buffer = factorsBySite.get(site);
        if (buffer == null || !buffer.shape().equals(shape)) {
            buffer = new InputBuffer(shape, DataType.FLOAT32);
            factorsBySite.put(site, buffer);
        }
        factors.fill(buffer.memory(), stream(site));
        return buffer.lend(x.getManager());
    }

    /**
     * Drops elements in place, for a ReLU to follow, but leaves those that are kept as they are: what reads the ReLU's output is to
     * use a weight from {@link #rescaled}. That is cheaper than {@link #inPlace}, and the backward pass does not read the mask.
     *
     * @param site where in the network
     * @param x    any shape; minus infinity is added to what is dropped
     * @return x
     */
    NDArray beforeRelu(String site, NDArray x) {
        if (probability == 0) {
            return x;
        }
        InputBuffer buffer =
                termsByShape.computeIfAbsent(x.getShape(), shape -> new InputBuffer(shape, DataType.FLOAT32));
        terms.fill(buffer.memory(), stream(site));
        return x.addi(buffer.lend(x.getManager()));
    }

    /**
     * Makes up for {@link #beforeRelu} where its output is read.
     *
     * @param weight of the linear map that reads it
     * @return the weight over 1 minus the probability
     */
    NDArray rescaled(NDArray weight) {
        return probability == 0 ? weight : weight.mul(Scalars.like(weight, terms.scale()));
    }

    private RandomStream stream(String site) {
        return new RandomStream(seed, PURPOSE + site, step);
    }
}
