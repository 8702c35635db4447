package io.alchemi.benchmarks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.training.optimizer.AdamW;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import io.alchemi.trainers.alignment.AlignmentSettings;
import io.alchemi.trainers.alignment.AlignmentTraining;
import io.alchemi.trainers.alignment.BandDepthSettings;
import io.alchemi.trainers.alignment.BandDepths;
import io.alchemi.trainers.alignment.CycleSettings;
import io.alchemi.trainers.alignment.OptimizerSettings;
import io.alchemi.trainers.alignment.PairSettings;
import io.alchemi.trainers.nn.Weights;
import io.alchemi.trainers.spectra.BandTokenizer;
import io.alchemi.trainers.spectra.LabSpectra;
import io.alchemi.trainers.spectra.SensorNoise;
import io.alchemi.trainers.spectra.SensorProjection;
import io.alchemi.trainers.spectra.SpectralUnit;
import io.alchemi.trainers.spectra.WavelengthGrid;
import java.util.Objects;

/**
 * The alignment in the plain way: the towers see one sample at a time, as in the original.
 *
 * <p>It knows what configs/phase2/alignment.yaml needs: learned tau, the raw cycle term, absolute differences of band depths.
 */
final class PlainAlignment extends PlainTraining {
    private static final String PURPOSE = "alignment/training";

    private final AlignmentSettings settings;
    private final PlainTransformer transformer;
    private final Weights weights;
    private final LabSpectra spectra;
    private final SensorNoise noise;
    private final SensorProjection projection;
    private final BandTokenizer labTokenizer;
    private final BandTokenizer sensorTokenizer;
    private final BandDepths bandDepths;

    /** Starts where the other does, and sees the same data. */
    PlainAlignment(AlignmentSettings settings, AlignmentTraining other) {
        super(
                other.parameters(),
                optimizer(settings.optimizer()),
                settings.optimizer().maxGradientNorm().orElse(Double.POSITIVE_INFINITY));
        PairSettings pairs = settings.pairs();
        double[] labWidth = {pairs.labFwhm()};
        this.settings = settings;
        this.transformer = new PlainTransformer(
                settings.towers().heads(), settings.towers().dropout());
        this.weights = new Weights(parameters());
        this.spectra = new LabSpectra(pairs.grid(), pairs.peaks(), pairs.labNoise());
        this.noise = new SensorNoise(pairs.sensorNoise());
        this.projection = SensorProjection.of(pairs.sensor(), pairs.grid());
        this.labTokenizer =
                new BandTokenizer(pairs.tokenizer(), pairs.grid().toArray(), SpectralUnit.NM, labWidth, null);
        this.sensorTokenizer = new BandTokenizer(pairs.tokenizer(), projection.centers(), SpectralUnit.NM);
        this.bandDepths = new BandDepths(depth(settings).bands(), WavelengthGrid.of(projection.centers()));
    }

    private static AdamW optimizer(OptimizerSettings rates) {
        return Optimizer.adamW()
                .optLearningRateTracker(
                        Tracker.fixed((float) rates.learningRate().peak()))
                .optBeta1((float) rates.beta1())
                .optBeta2((float) rates.beta2())
                .optWeightDecays((float) rates.weightDecay())
                .build();
    }

    private static BandDepthSettings depth(AlignmentSettings settings) {
        return Objects.requireNonNull(settings.bandDepth());
    }

    @Override
    NDArray loss(long step, NDManager manager) {
        int rows = settings.batchSize();
        double[][] lab = new double[rows][labTokenizer.bands()];
        double[][] sensor = new double[rows][projection.bands()];
        spectra.draw(settings.seed(), PURPOSE, step, lab);
        for (int row = 0; row < rows; row++) {
            projection.apply(lab[row], sensor[row]);
        }
        noise.draw(settings.seed(), PURPOSE, step, sensor);
        NDArray labEmbedding = embed("lab", labTokenizer, lab, manager);
        NDArray sensorEmbedding = embed("sensor", sensorTokenizer, sensor, manager);
        return contrast(labEmbedding, sensorEmbedding)
                .add(cycle(labEmbedding, sensorEmbedding, matrix(lab, manager), matrix(sensor, manager)))
                .add(depths(sensorEmbedding, sensor, manager));
    }

    private NDArray embed(String side, BandTokenizer tokenizer, double[][] spectra, NDManager manager) {
        Weights tower = weights.in(side);
        NDList embeddings = new NDList();
        for (double[] spectrum : spectra) {
            NDArray tokens = manager.create(tokenizer.tokens(spectrum, null)).expandDims(0);
            NDArray wide = PlainTransformer.linear(tower.in("token_proj"), tokens);
            NDArray encoded = transformer.encoder(
                    tower.in("encoder.enc"), settings.towers().depth(), wide, null);
            int[] overTokens = {1};
            embeddings.add(PlainTransformer.layerNorm(tower.in("norm"), encoded.mean(overTokens)));
        }
        return NDArrays.concat(embeddings);
    }

    private NDArray contrast(NDArray lab, NDArray sensor) {
        NDArray tau = weights.get("log_tau").exp().clip(1e-3, 1e3);
        NDArray logits = lab.normalize(2, 1, 1e-12)
                .matMul(sensor.normalize(2, 1, 1e-12).transpose())
                .div(tau);
        NDArray both = logits.logSoftmax(1).add(logits.logSoftmax(0));
        return both.diagonal().mean().mul(constant(lab, -0.5));
    }

    private NDArray cycle(NDArray lab, NDArray sensor, NDArray labValues, NDArray sensorValues) {
        CycleSettings cycle = Objects.requireNonNull(settings.cycle());
        NDArray toSensor = perceptron(weights.in("cycle_heads.lab_to_sensor"), lab);
        NDArray toLab = perceptron(weights.in("cycle_heads.sensor_to_lab"), sensor);
        NDArray errors = toSensor.sub(sensorValues)
                .square()
                .mean()
                .add(toLab.sub(labValues).square().mean());
        NDArray angles = angle(toSensor, sensorValues).add(angle(toLab, labValues));
        return errors.mul(constant(lab, cycle.l2Weight()))
                .add(angles.mul(constant(lab, cycle.samWeight())))
                .mul(constant(lab, cycle.weight()));
    }

    private static NDArray angle(NDArray x, NDArray y) {
        int[] overBands = {1};
        NDArray cosine = x.normalize(2, 1, 1e-12).mul(y.normalize(2, 1, 1e-12)).sum(overBands);
        return cosine.clip(-1, 1).acos().mean();
    }

    private NDArray depths(NDArray sensorEmbedding, double[][] sensor, NDManager manager) {
        double[][] depths = new double[sensor.length][];
        for (int row = 0; row < depths.length; row++) {
            depths[row] = bandDepths.of(sensor[row]);
        }
        NDArray predicted = perceptron(weights.in("banddepth_head.net"), sensorEmbedding);
        NDArray difference = predicted.sub(matrix(depths, manager)).abs().mean();
        return difference.mul(constant(predicted, depth(settings).weight()));
    }

    private static NDArray perceptron(Weights module, NDArray x) {
        return PlainTransformer.linear(module.in("2"), Activation.gelu(PlainTransformer.linear(module.in("0"), x)));
    }

    private static NDArray constant(NDArray like, double value) {
        return like.getManager().full(new Shape(), (float) value);
    }

    private static NDArray matrix(double[][] rows, NDManager manager) {
        float[] values = new float[rows.length * rows[0].length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) rows[i / rows[0].length][i % rows[0].length];
        }
        return manager.create(values, new Shape(rows.length, rows[0].length));
    }
}
