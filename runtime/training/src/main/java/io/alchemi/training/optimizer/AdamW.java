package io.alchemi.training.optimizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import io.alchemi.training.array.HostMemory;
import io.alchemi.training.array.InputBuffer;
import io.alchemi.training.array.Scalars;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, <i>Decoupled weight decay regularization</i>, ICLR 2019), with epsilon in the
 * same place as in PyTorch. In step t = 1, 2, …:
 *
 * <pre>
 * p = p (1 - lr decay)
 * m = beta1 m + (1 - beta1) g
 * v = beta2 v + (1 - beta2) g^2
 * p = p - lr / (1 - beta1^t) * m / ( sqrt(v) / sqrt(1 - beta2^t) + eps )
 * </pre>
 *
 * <p>Exactly the parameters given to the constructor are updated. A parameter that the loss does not use has no gradient, which DJL
 * returns as zeros. Do not pass such a parameter: weight decay would shrink it. All work happens on the thread that started the engine,
 * where DJL records nothing outside a gradient collector.
 */
public final class AdamW {
    private static final String FIRST_MOMENT = "exp_avg/";
    private static final String SECOND_MOMENT = "exp_avg_sq/";
    private static final NDIndex EVERYTHING = new NDIndex("...");

    private final List<Slot> slots = new ArrayList<>();
    private final LearningRate learningRate;
    private final Constants constants;
    private long steps;

    /**
     * The hyperparameters of AdamW.
     *
     * @param beta1       decay rate of the mean of gradients, in [0, 1)
     * @param beta2       decay rate of the mean of squared gradients, in [0, 1)
     * @param weightDecay share of a parameter to subtract per step and unit of learning rate, at least 0
     * @param epsilon     added to the denominator, above 0
     */
    public record Constants(double beta1, double beta2, double weightDecay, double epsilon) {
        /** PyTorch's defaults. */
        public static final Constants DEFAULT = new Constants(0.9, 0.999, 0.01, 1e-8);

        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException naming the constant that is out of range
         */
        public Constants {
            require("beta1", beta1, beta1 >= 0 && beta1 < 1, "at least 0 and below 1");
            require("beta2", beta2, beta2 >= 0 && beta2 < 1, "at least 0 and below 1");
            require("weight decay", weightDecay, weightDecay >= 0 && Double.isFinite(weightDecay), "at least 0");
            require("epsilon", epsilon, epsilon > 0 && Double.isFinite(epsilon), "above 0");
        }

        /**
         * Returns the same hyperparameters with another weight decay.
         *
         * @param decay share of a parameter to subtract per step and unit of learning rate, at least 0
         * @return the constants
         */
        public Constants withWeightDecay(double decay) {
            return new Constants(beta1, beta2, decay, epsilon);
        }

        private static void require(String name, double value, boolean holds, String range) {
            if (!holds) {
                throw new IllegalArgumentException(name + " is " + value + "; it must be " + range);
            }
        }
    }

    /**
     * Creates the optimizer with PyTorch's default hyperparameters. Its state is zero.
     *
     * @param parameters   parameters to update, by name, float32 or float64; the map is copied, the arrays are changed in place
     * @param learningRate learning rate of each step
     * @throws IllegalArgumentException if there are no parameters, or one has another data type
     */
    public AdamW(Map<String, NDArray> parameters, LearningRate learningRate) {
        this(parameters, learningRate, Constants.DEFAULT);
    }

    /**
     * Creates the optimizer. Its state is zero.
     *
     * @param parameters   parameters to update, by name, float32 or float64; the map is copied, the arrays are changed in place
     * @param learningRate learning rate of each step
     * @param constants    the hyperparameters
     * @throws IllegalArgumentException if there are no parameters, or one has another data type
     */
    public AdamW(Map<String, NDArray> parameters, LearningRate learningRate, Constants constants) {
        if (parameters.isEmpty()) {
            throw new IllegalArgumentException(
                    "there are no parameters to update; make the model before its optimizer");
        }
        this.learningRate = learningRate;
        this.constants = constants;
        parameters.forEach((name, parameter) -> {
            InputBuffer.requireFloating(parameter.getDataType());
            slots.add(new Slot(
                    name,
                    parameter,
                    zerosLike(parameter),
                    zerosLike(parameter),
                    HostMemory.has(parameter) && HostMemory.isOwn(parameter)));
        });
    }

    /** One parameter with its moments. {@code inReach} is true if Java can access the memory of all three. */
    private record Slot(String name, NDArray parameter, NDArray mean, NDArray square, boolean inReach) {}

    private static NDArray zerosLike(NDArray parameter) {
        NDArray zeros = parameter.getManager().zeros(parameter.getShape(), parameter.getDataType());
        NDScope.unregister(zeros);
        return zeros;
    }

    /**
     * Updates all parameters, and sets their gradients to zero, because DJL accumulates the gradients of successive passes.
     *
     * @param gradients a gradient for every parameter, under its name; see {@link Gradients#of}
     * @throws IllegalArgumentException if a parameter has no gradient; nothing is changed then
     */
    public void step(Map<String, NDArray> gradients) {
        List<NDArray> inOrder = new ArrayList<>();
        for (Slot slot : slots) {
            NDArray gradient = gradients.get(slot.name);
            if (gradient == null) {
                throw new IllegalArgumentException(
                        "parameter " + slot.name
                                + " has no gradient; a parameter that the loss does not use must not be given to the optimizer");
            }
            inOrder.add(gradient);
        }
        double rate = learningRate();
        steps++;
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            HostUpdate host = new HostUpdate(constants, rate, steps);
            Map<DataType, Factors> factors = new EnumMap<>(DataType.class);
            for (int i = 0; i < slots.size(); i++) {
                Slot slot = slots.get(i);
                NDArray parameter = slot.parameter;
                if (slot.inReach) {
                    host.add(parameter, inOrder.get(i), slot.mean, slot.square);
                } else {
                    Factors ofType = factors.computeIfAbsent(
                            parameter.getDataType(),
                            type -> new Factors(parameter.getManager(), type, constants, rate, steps));
                    update(slot, inOrder.get(i), ofType);
                }
            }
            host.run();
        }
    }

    /** Does the same as {@link HostUpdate}, for any device and type. */
    private static void update(Slot slot, NDArray gradient, Factors f) {
        slot.parameter.muli(f.decay);
        slot.mean.muli(f.beta1).addi(gradient.mul(f.oneMinusBeta1));
        slot.square.muli(f.beta2).addi(gradient.square().muli(f.oneMinusBeta2));
        NDArray denominator = slot.square.sqrt().divi(f.rootOfCorrection2).addi(f.epsilon);
        slot.parameter.subi(slot.mean.div(denominator).muli(f.stepSize));
        gradient.subi(gradient);
    }

    /**
     * Returns the learning rate of the next update.
     *
     * @return at least 0
     */
    public double learningRate() {
        return learningRate.at(steps + 1);
    }

    /**
     * Returns the parameters to update.
     *
     * @return the arrays themselves, by name
     */
    public Map<String, NDArray> parameters() {
        Map<String, NDArray> parameters = new LinkedHashMap<>();
        for (Slot slot : slots) {
            parameters.put(slot.name, slot.parameter);
        }
        return parameters;
    }

    /**
     * Returns the number of updates so far.
     *
     * @return t of the latest update, 0 before the first
     */
    public long steps() {
        return steps;
    }

    /**
     * Returns the moments, to be saved in a checkpoint.
     *
     * @return the arrays themselves: {@code exp_avg/NAME} of all parameters, then {@code exp_avg_sq/NAME}, in the order of the parameters
     */
    public Map<String, NDArray> state() {
        Map<String, NDArray> state = new LinkedHashMap<>();
        for (Slot slot : slots) {
            state.put(FIRST_MOMENT + slot.name, slot.mean);
        }
        for (Slot slot : slots) {
            state.put(SECOND_MOMENT + slot.name, slot.square);
        }
        return state;
    }

    /**
     * Restores a saved state.
     *
     * @param saved moments with the names of {@link #state}; copied; other names are ignored
     * @param steps number of updates at that time
     * @throws IllegalArgumentException if a moment is missing or has another shape; nothing is changed then
     */
    public void restore(Map<String, NDArray> saved, long steps) {
        Map<String, NDArray> state = state();
        state.forEach((name, moment) -> {
            NDArray from = saved.get(name);
            if (from == null || !from.getShape().equals(moment.getShape())) {
                throw new IllegalArgumentException("optimizer state " + name + " is "
                        + (from == null ? "missing" : "of shape " + from.getShape()) + "; it must have shape "
                        + moment.getShape());
            }
        });
        state.forEach((name, moment) -> moment.set(EVERYTHING, Objects.requireNonNull(saved.get(name))));
        this.steps = steps;
    }

    /** The constants of one step as arrays, created once and used for every parameter. */
    private static final class Factors {
        final NDArray decay;
        final NDArray beta1;
        final NDArray oneMinusBeta1;
        final NDArray beta2;
        final NDArray oneMinusBeta2;
        final NDArray rootOfCorrection2;
        final NDArray epsilon;
        final NDArray stepSize;

        Factors(NDManager manager, DataType type, Constants constants, double rate, double step) {
            decay = Scalars.of(manager, type, 1 - rate * constants.weightDecay);
            beta1 = Scalars.of(manager, type, constants.beta1);
            oneMinusBeta1 = Scalars.of(manager, type, 1 - constants.beta1);
            beta2 = Scalars.of(manager, type, constants.beta2);
            oneMinusBeta2 = Scalars.of(manager, type, 1 - constants.beta2);
            rootOfCorrection2 = Scalars.of(manager, type, Math.sqrt(1 - Math.pow(constants.beta2, step)));
            epsilon = Scalars.of(manager, type, constants.epsilon);
            stepSize = Scalars.of(manager, type, rate / (1 - Math.pow(constants.beta1, step)));
        }
    }
}
