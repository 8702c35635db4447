package io.alchemi.trainers.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.alchemi.training.array.InputBuffer;
import io.alchemi.training.random.RandomStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongToDoubleFunction;

/**
 * Makes the initial parameters of a network, under PyTorch's names and from PyTorch's distributions.
 *
 * <p>As in PyTorch, a stack is made of copies of one layer: all its layers start with equal weights. Every parameter has a random
 * stream of its own, keyed by its name, so that adding one changes no other. float32 weights are the rounded float64 ones.
 */
public final class Initializer {
    /** Width of the hidden layer in the feed-forward part of a transformer layer, where none is given: PyTorch's default. */
    public static final int FEED_FORWARD_WIDTH = 2048;

    private static final String PURPOSE = "init/";

    private final NDManager manager;
    private final DataType dataType;
    private final long seed;
    private final Map<String, NDArray> made = new LinkedHashMap<>();

    /**
     * Starts with no parameters.
     *
     * @param manager  owner of the parameters: the run's
     * @param dataType float32 or float64
     * @param seed     the run's seed
     */
    public Initializer(NDManager manager, DataType dataType, long seed) {
        this.manager = manager;
        this.dataType = dataType;
        this.seed = seed;
    }

    /**
     * Returns what was made.
     *
     * @return all parameters so far, in the order of making; they require gradients
     */
    public Map<String, NDArray> parameters() {
        return new LinkedHashMap<>(made);
    }

    /**
     * Makes a linear map: weight and bias from U(-1/sqrt(in), 1/sqrt(in)).
     *
     * @param path full name of the module
     * @param in   input width
     * @param out  output width
     */
    public void linear(String path, int in, int out) {
        linear(path, path, in, out);
    }

    /**
     * Makes a table of vectors from N(0, 1).
     *
     * @param path  full name of the module
     * @param rows  how many vectors
     * @param width their width
     */
    public void embedding(String path, int rows, int width) {
        String name = path + ".weight";
        RandomStream stream = stream(name);
        add(name, new Shape(rows, width), stream::normal);
    }

    /**
     * Makes layers of linear maps, as PyTorch names them in a {@code Sequential} with an activation between each two: 0, 2, 4, ..
     *
     * @param path   full name of the module
     * @param widths input width, hidden widths, output width; at least two
     */
    public void perceptron(String path, int... widths) {
        for (int layer = 0; layer + 1 < widths.length; layer++) {
            linear(path + "." + 2 * layer, widths[layer], widths[layer + 1]);
        }
    }

    /**
     * Makes a single number.
     *
     * @param name  its full name
     * @param value where it starts
     */
    public void scalar(String name, double value) {
        add(name, new Shape(), i -> value);
    }

    /**
     * Makes a {@link Tower}.
     *
     * @param path             full name of the tower
     * @param tokenWidth       features of a token
     * @param width            D
     * @param depth            encoder layers
     * @param feedForwardWidth width of their feed-forward parts
     */
    public void tower(String path, int tokenWidth, int width, int depth, int feedForwardWidth) {
        linear(path + ".token_proj", tokenWidth, width);
        encoder(path + ".encoder.enc", depth, width, feedForwardWidth);
        layerNorm(path + ".norm", width);
    }

    /**
     * Makes a stack of encoder layers with feed-forward parts of the default width.
     *
     * @param path  full name of the stack
     * @param depth how many layers
     * @param width D
     */
    public void encoder(String path, int depth, int width) {
        encoder(path, depth, width, FEED_FORWARD_WIDTH);
    }

    private void encoder(String path, int depth, int width, int feedForwardWidth) {
        for (int layer = 0; layer < depth; layer++) {
            Layer of = new Layer(path, layer);
            attention(of, "self_attn", width);
            feedForward(of, width, feedForwardWidth);
            layerNorm(of.name("norm1"), width);
            layerNorm(of.name("norm2"), width);
        }
    }

    /**
     * Makes a stack of decoder layers.
     *
     * @param path  full name of the stack
     * @param depth how many layers
     * @param width D
     */
    public void decoder(String path, int depth, int width) {
        for (int layer = 0; layer < depth; layer++) {
            Layer of = new Layer(path, layer);
            attention(of, "self_attn", width);
            attention(of, "multihead_attn", width);
            feedForward(of, width, FEED_FORWARD_WIDTH);
            layerNorm(of.name("norm1"), width);
            layerNorm(of.name("norm2"), width);
            layerNorm(of.name("norm3"), width);
        }
    }

    /** A layer of a stack: its names, and the names of the first layer, whose random streams it shares. */
    private record Layer(String stack, int index) {
        String name(String part) {
            return stack + ".layers." + index + "." + part;
        }

        String source(String part) {
            return stack + ".layers.0." + part;
        }
    }

    /** The input map is one block and Xavier-uniform (Glorot and Bengio, 2010); biases start at zero. */
    private void attention(Layer of, String part, int width) {
        String name = of.name(part);
        String source = of.source(part);
        Shape stacked = new Shape(3L * width, width);
        uniform(name + ".in_proj_weight", source + ".in_proj_weight", stacked, Math.sqrt(6.0 / (4.0 * width)));
        add(name + ".in_proj_bias", new Shape(3L * width), i -> 0);
        Shape square = new Shape(width, width);
        uniform(name + ".out_proj.weight", source + ".out_proj.weight", square, 1 / Math.sqrt(width));
        add(name + ".out_proj.bias", new Shape(width), i -> 0);
    }

    private void feedForward(Layer of, int width, int hidden) {
        linear(of.name("linear1"), of.source("linear1"), width, hidden);
        linear(of.name("linear2"), of.source("linear2"), hidden, width);
    }

    private void linear(String path, String source, int in, int out) {
        double bound = 1 / Math.sqrt(in);
        uniform(path + ".weight", source + ".weight", new Shape(out, in), bound);
        uniform(path + ".bias", source + ".bias", new Shape(out), bound);
    }

    private void layerNorm(String path, int width) {
        add(path + ".weight", new Shape(width), i -> 1);
        add(path + ".bias", new Shape(width), i -> 0);
    }

    private void uniform(String name, String source, Shape shape, double bound) {
        RandomStream stream = stream(source);
        add(name, shape, i -> bound * (2 * stream.uniform(i) - 1));
    }

    private RandomStream stream(String source) {
        return new RandomStream(seed, PURPOSE + source, 0);
    }

    private void add(String name, Shape shape, LongToDoubleFunction element) {
        InputBuffer buffer = new InputBuffer(shape, dataType);
        for (int i = 0; i < buffer.size(); i++) {
            buffer.set(i, element.applyAsDouble(i));
        }
        NDArray parameter = buffer.copy(manager);
        parameter.setRequiresGradient(true);
        made.put(name, parameter);
    }
}
