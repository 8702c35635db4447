package io.alchemi.trainers.mae;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.alchemi.trainers.nn.Dropout;
import io.alchemi.training.array.InputBuffer;
import io.alchemi.training.array.Scalars;
import io.alchemi.training.optimizer.AdamW;
import io.alchemi.training.optimizer.Gradients;
import io.alchemi.training.progress.ThroughputMeter;
import io.alchemi.training.progress.ThroughputStats;
import io.alchemi.training.run.NonFiniteLossException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One run of the synthetic pretraining, step by step.
 *
 * <p>A step draws tokens and masks, encodes and decodes the whole batch, and updates all parameters by AdamW without clipping. The
 * loss covers what was <i>kept</i>: it is auto-encoding. Its smoothness term looks at the first sample's input, so it has no
 * gradient. Both are the original's way.
 *
 * <p>Memory is flat: parameters and optimizer state live in the run's manager, everything else in a manager and a scope of the
 * step. Use one run at a time per process, on the thread that started the engine.
 */
public final class MaePretraining implements AutoCloseable {
    /** PyTorch's default for AdamW; the original sets none. */
    static final double WEIGHT_DECAY = 0.01;

    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final NDIndex FIRST_SAMPLE = new NDIndex("0");

    private final MaeSettings settings;
    private final MaeData data;
    private final NDManager run;
    private final Map<String, NDArray> parameters;
    private final Map<String, NDArray> basis;
    private final MaeModel model;
    private final AdamW optimizer;
    private final Dropout dropout;
    private final InputBuffer tokens;
    private @Nullable InputBuffer keptTokens;
    private final InputBuffer keptFeatures;
    private final ThroughputMeter meter = new ThroughputMeter();

    /**
     * Prepares a run on synthetic data; makes its initial parameters.
     *
     * @param settings the run's numbers
     * @param device   where to compute
     */
    public MaePretraining(MaeSettings settings, Device device) {
        this(settings, device, new SyntheticData(settings));
    }

    MaePretraining(MaeSettings settings, Device device, MaeData data) {
        this.settings = settings;
        this.data = data;
        this.dropout = new Dropout(settings.dropout(), settings.seed());
        AdamW.Rates rates = new AdamW.Rates(settings.learningRate(), BETA1, BETA2, WEIGHT_DECAY, AdamW.DEFAULT_EPSILON);
        int t = settings.tokens();
        int d = settings.embedDim();
        this.tokens = new InputBuffer(new Shape(settings.batchSize(), t, d), settings.dataType());
        this.keptFeatures = new InputBuffer(new Shape(1, d), settings.dataType());
        this.run = NDManager.newBaseManager(device);
        this.parameters = MaeModel.initialParameters(settings, run);
        this.basis = SpectralBasis.initial(
                run,
                settings.dataType(),
                settings.basisSize(),
                SpectralBasis.DEFAULT_LOWEST_NM,
                SpectralBasis.DEFAULT_HIGHEST_NM);
        this.model = new MaeModel(parameters, settings.nHeads(), settings.depth(), settings.decoderDepth(), dropout);
        this.optimizer = new AdamW(parameters, rates);
    }

    /**
     * Does the next step.
     *
     * @return its loss before the update, and its throughput
     * @throws NonFiniteLossException if the loss is NaN or infinite; the parameters were not changed by this step
     */
    public MaeStepResult step() {
        long step = optimizer.steps() + 1;
        MaeMasks masks = data.masks(step);
        data.tokens(step, tokens);
        dropout.atStep(step);
        try (NDManager manager = run.newSubManager();
                NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            NDArray x = tokens.lend(manager);
            meter.start();
            double loss = backward(x, masks, manager);
            if (!Double.isFinite(loss)) {
                throw new NonFiniteLossException(step, loss);
            }
            optimizer.step(Gradients.of(parameters));
            ThroughputStats throughput =
                    meter.stop(masks.activeElements(settings.batchSize()), settings.bytesPerStep());
            return new MaeStepResult(step, loss, throughput);
        }
    }

    private double backward(NDArray x, MaeMasks masks, NDManager manager) {
        try (GradientCollector collector = run.getEngine().newGradientCollector()) {
            NDArray loss = loss(x, masks, manager);
            double value = Scalars.read(loss);
            if (Double.isFinite(value)) {
                collector.backward(loss);
            }
            return value;
        }
    }

    /** Computes the loss of a batch, ready for a backward pass. What is not kept nothing looks at, so it is left out early. */
    NDArray loss(NDArray x, MaeMasks masks, NDManager manager) {
        NDArray kept = settings.spatialMasking() ? keptTokens(masks.keptTokens(), manager) : null;
        NDArray decoded = model.decode(model.encode(x, kept), kept);
        NDArray target = kept == null ? x : kept.matMul(x);
        NDArray features = keptFeatures(masks, manager);
        NDArray counted = features.broadcast(target.getShape());
        NDArray reconstruction = MaeLoss.reconstruction(decoded, target, counted, MaeLoss.Reduction.MEAN);
        NDArray smoothness = MaeLoss.smoothness(x.get(FIRST_SAMPLE), features);
        return reconstruction.add(smoothness.mul(Scalars.like(smoothness, MaeLoss.SMOOTHNESS_WEIGHT)));
    }

    /** A matrix that picks the kept tokens: exact, and its gradient is repeatable, which that of indexing is not. */
    private NDArray keptTokens(boolean[] kept, NDManager manager) {
        int count = 0;
        for (boolean one : kept) {
            count += one ? 1 : 0;
        }
        Shape shape = new Shape(count, kept.length);
        InputBuffer matrix = keptTokens;
        if (matrix == null || !matrix.shape().equals(shape)) {
            matrix = new InputBuffer(shape, settings.dataType());
            keptTokens = matrix;
        }
        int row = 0;
        for (int token = 0; token < kept.length; token++) {
            for (int i = 0; i < count; i++) {
                matrix.set(i * kept.length + token, kept[token] && i == row ? 1 : 0);
            }
            row += kept[token] ? 1 : 0;
        }
        return matrix.lend(manager);
    }

    private NDArray keptFeatures(MaeMasks masks, NDManager manager) {
        boolean[] kept = masks.keptFeatures();
        for (int i = 0; i < kept.length; i++) {
            keptFeatures.set(i, kept[i] ? 1 : 0);
        }
        return keptFeatures.lend(manager);
    }

    /**
     * Returns the masks of a step, drawn again: they depend on seed and step alone.
     *
     * @param step the step, counted from 1
     * @return its masks
     */
    public MaeMasks masks(long step) {
        return data.masks(step);
    }

    /**
     * Returns the trained parameters.
     *
     * @return the arrays themselves, under PyTorch's names
     */
    public Map<String, NDArray> parameters() {
        return new LinkedHashMap<>(parameters);
    }

    /**
     * Returns what a checkpoint of the result holds.
     *
     * @return {@code basis.centers} and {@code basis.log_bw}, which are never trained, then the {@link #parameters}
     */
    public Map<String, NDArray> checkpoint() {
        Map<String, NDArray> tensors = new LinkedHashMap<>();
        basis.forEach((name, array) -> tensors.put("basis." + name, array));
        tensors.putAll(parameters);
        return tensors;
    }

    /**
     * Returns the optimizer, whose state and step count a checkpoint needs for going on.
     *
     * @return the optimizer of this run
     */
    public AdamW optimizer() {
        return optimizer;
    }

    /**
     * Returns the owner of everything that outlives a step.
     *
     * @return the run's manager
     */
    NDManager manager() {
        return run;
    }

    /** Frees all arrays of the run. */
    @Override
    public void close() {
        run.close();
    }
}
