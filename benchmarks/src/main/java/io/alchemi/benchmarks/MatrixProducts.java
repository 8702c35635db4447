package io.alchemi.benchmarks;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import io.alchemi.training.array.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Only the matrix products of a step of our training, forward and backward, of random numbers: about what is left of the step if
 * everything else takes no time. Leaves out the small ones of the token projections, of the selection and pooling of tokens, and of the
 * networks after the encoders.
 */
final class MatrixProducts implements Peer {
    /** Hidden width of the feed-forward parts, as in PyTorch. */
    private static final int FEED_FORWARD_WIDTH = 2048;

    private final Workspace workspace = new Workspace(Device.cpu(), DataType.FLOAT32);
    private final List<Supplier<NDArray>> products = new ArrayList<>();
    private final long width;
    private final long heads;
    private final int depth;

    /** Creates the products of a training, for the shapes of its first batch. */
    MatrixProducts(PlainTraining training) {
        Map<String, Object> settings = training.settings();
        this.width = number(settings, "width");
        this.heads = number(settings, "heads");
        this.depth = (int) number(settings, "depth");
        try (NDManager manager = workspace.manager().newSubManager()) {
            Map<String, NDArray> batch = training.batch(1, manager);
            NDArray kept = batch.get("kept_tokens");
            if (kept == null) {
                encoder(shape(batch, "lab_tokens"));
                encoder(shape(batch, "sensor_tokens"));
            } else {
                autoencoder(shape(batch, "tokens"), (long) kept.sum().getFloat());
            }
        }
    }

    private static long number(Map<String, Object> settings, String name) {
        return ((Number) Objects.requireNonNull(settings.get(name))).longValue();
    }

    private static Shape shape(Map<String, NDArray> batch, String name) {
        return Objects.requireNonNull(batch.get(name)).getShape();
    }

    private void encoder(Shape tokens) {
        long samples = tokens.get(0);
        long length = tokens.get(1);
        for (int layer = 0; layer < depth; layer++) {
            self(samples, length);
            feedForward(samples * length);
        }
    }

    /** Our encoder attends only to the tokens that are kept, and the last layer of the decoder computes no others. */
    private void autoencoder(Shape tokens, long kept) {
        long samples = tokens.get(0);
        long length = tokens.get(1);
        for (int layer = 0; layer < depth; layer++) {
            cross(samples, length, kept);
            feedForward(samples * length);
        }
        int decoderDepth = Math.max(1, depth / 2);
        for (int layer = 1; layer <= decoderDepth; layer++) {
            boolean isLast = layer == decoderDepth;
            long decoded = isLast ? kept : length;
            if (isLast) {
                cross(samples, decoded, length);
            } else {
                self(samples, length);
            }
            cross(samples, decoded, length);
            feedForward(samples * decoded);
        }
        linear(samples * kept, width, width);
    }

    private void self(long samples, long length) {
        linear(samples * length, width, 3 * width);
        attend(samples, length, length);
    }

    private void cross(long samples, long queries, long keys) {
        linear(samples * queries, width, width);
        linear(samples * keys, width, 2 * width);
        attend(samples, queries, keys);
    }

    private void attend(long samples, long queries, long keys) {
        NDArray query = random(samples * heads, queries, width / heads);
        NDArray key = random(samples * heads, keys, width / heads);
        NDArray probabilities = random(samples * heads, queries, keys);
        NDArray keyColumns = key.swapAxes(1, 2);
        NDArray probabilitiesByKey = probabilities.swapAxes(1, 2);
        for (int use = 0; use < 2; use++) { // The scores and their two gradients, the weighted values and theirs.
            products.add(() -> query.matMul(keyColumns));
            products.add(() -> probabilities.matMul(key));
            products.add(() -> probabilitiesByKey.matMul(query));
        }
        linear(samples * queries, width, width);
    }

    private void feedForward(long rows) {
        linear(rows, width, FEED_FORWARD_WIDTH);
        linear(rows, FEED_FORWARD_WIDTH, width);
    }

    /** A linear map, and the gradients of its input and of its weight. */
    private void linear(long rows, long in, long out) {
        NDArray x = random(rows, in);
        NDArray weight = random(out, in);
        NDArray bias = random(out);
        NDArray gradient = random(rows, out);
        NDArray gradientColumns = gradient.transpose();
        products.add(() -> Linear.linear(x, weight, bias).singletonOrThrow());
        products.add(() -> gradient.matMul(weight));
        products.add(() -> gradientColumns.matMul(x));
    }

    private NDArray random(long... shape) {
        return workspace.manager().randomUniform(-1, 1, new Shape(shape));
    }

    @Override
    public String name() {
        return "its matrix products only";
    }

    @Override
    public boolean hasLoss() {
        return false;
    }

    @Override
    public StepCost step() {
        Stopwatch watch = new Stopwatch();
        for (Supplier<NDArray> product : products) {
            product.get().close();
        }
        return watch.took(Double.NaN);
    }

    @Override
    public void close() {
        workspace.close();
    }
}
