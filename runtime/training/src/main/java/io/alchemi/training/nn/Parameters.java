package io.alchemi.training.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import io.alchemi.training.array.InputBuffer;
import io.alchemi.training.array.Workspace;
import io.alchemi.training.random.RandomStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongToDoubleFunction;
import java.util.function.Supplier;

/**
 * The parameters of a model by name, as a view of one of its modules. A module creates its parameters here, below its own prefix.
 *
 * <p>Names are PyTorch's. Each parameter has its own random stream, keyed by the seed and its name, so that adding one does not change the
 * others. Initial float32 values are the rounded float64 values.
 */
public final class Parameters {
    private static final NDIndex EVERYTHING = new NDIndex("...");

    /** Maximum number of problems in an error message. */
    private static final int MOST_SHOWN = 4;

    private final Model model;
    private final String prefix;
    private final String origin;

    /** State that all modules of a model share. */
    private static final class Model {
        final Workspace workspace;
        final long seed;
        final Map<String, NDArray> all = new LinkedHashMap<>();
        final Set<String> dropouts = new HashSet<>();
        long trainingStep;
        long passes;

        Model(Workspace workspace, long seed) {
            this.workspace = workspace;
            this.seed = seed;
        }
    }

    /**
     * Starts a model without parameters.
     *
     * @param workspace owner of the parameters
     * @param seed      the run's seed
     */
    public Parameters(Workspace workspace, long seed) {
        this(new Model(workspace, seed), "", "");
    }

    private Parameters(Model model, String prefix, String origin) {
        this.model = model;
        this.prefix = prefix;
        this.origin = origin;
    }

    /**
     * Returns the view of a submodule.
     *
     * @param part name of the submodule, such as {@code self_attn}
     * @return the parameters below that name
     */
    public Parameters in(String part) {
        return new Parameters(model, prefix + part + ".", origin + part + ".");
    }

    /**
     * Returns the view of a layer in a stack. As in PyTorch, all layers of a stack start with equal weights.
     *
     * @param index counted from 0
     * @return the parameters below {@code layers.INDEX}
     */
    public Parameters layer(int index) {
        return new Parameters(model, prefix + "layers." + index + ".", origin + "layers.0.");
    }

    /**
     * Creates a parameter from the uniform distribution.
     *
     * @param name  its name in this module
     * @param bound draws are from U(-bound, bound)
     * @param shape its shape
     * @return the array, which requires a gradient
     */
    public NDArray uniform(String name, double bound, long... shape) {
        RandomStream stream = stream(name);
        return trained(name, shape, i -> bound * (2 * stream.uniform(i) - 1));
    }

    /**
     * Creates a parameter from the standard normal distribution.
     *
     * @param name  its name in this module
     * @param shape its shape
     * @return the array, which requires a gradient
     */
    public NDArray normal(String name, long... shape) {
        return trained(name, shape, stream(name)::normal);
    }

    /**
     * Creates a parameter whose elements are initially equal.
     *
     * @param name  its name in this module
     * @param value initial value
     * @param shape its shape; none for a scalar
     * @return the array, which requires a gradient
     */
    public NDArray constant(String name, double value, long... shape) {
        return trained(name, shape, i -> value);
    }

    /**
     * Adds values that are saved with the model but not trained.
     *
     * @param name   their name in this module
     * @param values one per element
     * @return the one-dimensional array
     */
    public NDArray fixed(String name, double... values) {
        return add(name, new long[] {values.length}, i -> values[(int) i]);
    }

    private NDArray trained(String name, long[] shape, LongToDoubleFunction element) {
        NDArray parameter = add(name, shape, element);
        parameter.setRequiresGradient(true);
        return parameter;
    }

    private NDArray add(String name, long[] shape, LongToDoubleFunction element) {
        String full = prefix + name;
        if (model.all.containsKey(full)) {
            throw new IllegalArgumentException(
                    "the model already has a parameter " + full + "; give each module a name of its own");
        }
        InputBuffer buffer = model.workspace.input(shape);
        for (int i = 0; i < buffer.size(); i++) {
            buffer.set(i, element.applyAsDouble(i));
        }
        NDArray parameter = buffer.copy();
        model.all.put(full, parameter);
        return parameter;
    }

    private RandomStream stream(String name) {
        return new RandomStream(model.seed, "init/" + origin + name, 0);
    }

    /**
     * Creates dropout for one location in this module.
     *
     * @param name        name of the location; the masks depend on it
     * @param probability share of elements to drop, in [0, 1)
     * @return dropout that is active in training mode only
     * @throws IllegalArgumentException if the probability is out of range, or the module already has dropout with this name
     */
    public Dropout dropout(String name, double probability) {
        if (!model.dropouts.add(prefix + name)) {
            throw new IllegalArgumentException(
                    "the model already has dropout called " + prefix + name + "; give each place a name of its own");
        }
        return new Dropout(this, prefix + name, probability);
    }

    /**
     * Returns all parameters of the model, including those of other modules.
     *
     * @return the arrays themselves by full name, in the order of creation; a view
     */
    public Map<String, NDArray> all() {
        return Collections.unmodifiableMap(model.all);
    }

    /**
     * Returns the parameters of the model that are trained.
     *
     * @return the arrays themselves by full name, in the order of creation
     */
    public Map<String, NDArray> trained() {
        Map<String, NDArray> trained = new LinkedHashMap<>(model.all);
        trained.values().removeIf(parameter -> !parameter.hasGradient());
        return trained;
    }

    /**
     * Replaces the values of all parameters of the model.
     *
     * @param values arrays with the same names and shapes; copied; other names are ignored
     * @throws IllegalArgumentException naming the first parameters that are missing or have another shape, and their number; nothing is
     *     changed then
     */
    public void load(Map<String, NDArray> values) {
        List<String> problems = new ArrayList<>();
        model.all.forEach((name, parameter) -> {
            NDArray value = values.get(name);
            if (value == null || !value.getShape().equals(parameter.getShape())) {
                problems.add("\n  " + name + " must have shape " + parameter.getShape()
                        + (value == null ? " but is missing" : ", but has " + value.getShape()));
            }
        });
        if (!problems.isEmpty()) {
            int shown = Math.min(problems.size(), MOST_SHOWN);
            throw new IllegalArgumentException(problems.size() + " of " + model.all.size()
                    + " parameters do not fit the model:" + String.join("", problems.subList(0, shown))
                    + (shown < problems.size() ? "\n  and " + (problems.size() - shown) + " more" : ""));
        }
        model.all.forEach((name, parameter) -> parameter.set(EVERYTHING, Objects.requireNonNull(values.get(name))));
    }

    /**
     * Runs code in training mode, in which dropout is active. {@link io.alchemi.training.run.Step#update} does this for its loss.
     *
     * @param step the step, counted from 1; masks depend on it
     * @param body the code, which computes a loss and its gradients
     * @param <T>  type of the result
     * @return the result of the body
     * @throws IllegalStateException if the model is already in training mode
     */
    public <T> T training(long step, Supplier<T> body) {
        if (model.trainingStep != 0) {
            throw new IllegalStateException("the model already is in training mode; call step.update once at a time");
        }
        model.trainingStep = step;
        model.passes++;
        try {
            return body.get();
        } finally {
            model.trainingStep = 0;
        }
    }

    /** Returns the step in training mode, else 0. */
    long trainingStep() {
        return model.trainingStep;
    }

    /** Returns a number that is different for each call of {@link #training}. */
    long pass() {
        return model.passes;
    }

    long seed() {
        return model.seed;
    }

    Workspace workspace() {
        return model.workspace;
    }
}
