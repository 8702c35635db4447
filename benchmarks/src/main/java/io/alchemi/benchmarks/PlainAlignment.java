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
import io.alchemi.config.Loaded;
import io.alchemi.trainers.alignment.AlignmentExperiment;
import io.alchemi.trainers.alignment.BandDepth;
import io.alchemi.trainers.alignment.BandDepths;
import io.alchemi.trainers.alignment.CycleConfig;
import io.alchemi.trainers.alignment.DataConfig;
import io.alchemi.trainers.alignment.OptimizerConfig;
import io.alchemi.trainers.spectra.BandTokenizer;
import io.alchemi.trainers.spectra.LabSpectra;
import io.alchemi.trainers.spectra.SensorNoise;
import io.alchemi.trainers.spectra.SensorProjection;
import io.alchemi.trainers.spectra.SpectralUnit;
import io.alchemi.trainers.spectra.WavelengthGrid;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/**
 * The alignment in plain DJL. The towers process one sample at a time, as in the Python implementation.
 *
 * <p>Supports only what configs/phase2/alignment.yaml needs: learned tau, the raw cycle term, absolute differences of band depths.
 */
final class PlainAlignment extends PlainTraining {
    private static final String PURPOSE = "alignment/training";

    private final AlignmentExperiment config;
    private final PlainTransformer transformer;
    private final Weights weights;
    private final LabSpectra spectra;
    private final SensorNoise noise;
    private final SensorProjection projection;
    private final BandTokenizer labTokenizer;
    private final BandTokenizer sensorTokenizer;
    private final BandDepths bandDepths;

    /** Starts with the parameters of a file, and uses the same data. */
    PlainAlignment(Loaded<AlignmentExperiment> loaded, Path initial) throws IOException {
        super(
                initial,
                optimizer(loaded.value().optimizer()),
                Objects.requireNonNull(loaded.value().trainer().gradClipNorm()));
        this.config = loaded.value();
        DataConfig data = config.data();
        WavelengthGrid grid = data.labGridNm().wavelengths();
        double[] labWidth = {data.labFwhmNm()};
        this.transformer =
                new PlainTransformer(config.model().heads(), config.model().dropout());
        this.weights = weights();
        this.spectra = new LabSpectra(grid, data.syntheticPeaks(), data.labNoiseStd());
        this.noise = new SensorNoise(data.sensorNoiseRel());
        this.projection = SensorProjection.of(data.sensor(), grid);
        this.labTokenizer = new BandTokenizer(config.tokenizer(), grid.toArray(), SpectralUnit.NM, labWidth);
        this.sensorTokenizer = new BandTokenizer(config.tokenizer(), projection.centers(), SpectralUnit.NM);
        Path depths = Objects.requireNonNull(config.banddepth().config());
        this.bandDepths =
                new BandDepths(loaded.input(depths, BandDepth.class).bands(), WavelengthGrid.of(projection.centers()));
    }

    private static AdamW optimizer(OptimizerConfig optimizer) {
        return Optimizer.adamW()
                .optLearningRateTracker(Tracker.fixed((float) optimizer.learningRate()))
                .optBeta1(optimizer.betas().get(0).floatValue())
                .optBeta2(optimizer.betas().get(1).floatValue())
                .optWeightDecays((float) optimizer.weightDecay())
                .build();
    }

    @Override
    Map<String, Object> settings() {
        OptimizerConfig optimizer = config.optimizer();
        return Map.ofEntries(
                Map.entry("model", "alignment"),
                Map.entry("width", config.model().embedDim()),
                Map.entry("heads", config.model().heads()),
                Map.entry("depth", config.model().depth()),
                Map.entry("dropout", config.model().dropout()),
                Map.entry("cycle_weight", config.model().cycleWeight()),
                Map.entry("l2_weight", config.cycle().l2Weight()),
                Map.entry("sam_weight", config.cycle().samWeight()),
                Map.entry("depth_weight", config.banddepth().weight()),
                Map.entry("lr", optimizer.learningRate()),
                Map.entry("betas", optimizer.betas()),
                Map.entry("weight_decay", optimizer.weightDecay()),
                Map.entry("clip", Objects.requireNonNull(config.trainer().gradClipNorm())));
    }

    @Override
    Map<String, NDArray> batch(long step, NDManager manager) {
        int rows = config.trainer().batchSize();
        double[][] lab = new double[rows][labTokenizer.bands()];
        double[][] sensor = new double[rows][projection.bands()];
        spectra.draw(config.global().seed(), PURPOSE, step, lab);
        for (int row = 0; row < rows; row++) {
            projection.apply(lab[row], sensor[row]);
        }
        noise.draw(config.global().seed(), PURPOSE, step, sensor);
        return Map.of(
                "lab_tokens", tokens(labTokenizer, lab, manager),
                "sensor_tokens", tokens(sensorTokenizer, sensor, manager),
                "lab", matrix(lab, manager),
                "sensor", matrix(sensor, manager),
                "depths", matrix(Arrays.stream(sensor).map(bandDepths::of).toArray(double[][]::new), manager));
    }

    private static NDArray tokens(BandTokenizer tokenizer, double[][] spectra, NDManager manager) {
        NDList sets = new NDList();
        for (double[] spectrum : spectra) {
            sets.add(manager.create(tokenizer.tokens(spectrum)));
        }
        return NDArrays.stack(sets);
    }

    @Override
    NDArray loss(Map<String, NDArray> batch) {
        NDArray lab = embed("lab", Objects.requireNonNull(batch.get("lab_tokens")));
        NDArray sensor = embed("sensor", Objects.requireNonNull(batch.get("sensor_tokens")));
        NDArray labValues = Objects.requireNonNull(batch.get("lab"));
        NDArray sensorValues = Objects.requireNonNull(batch.get("sensor"));
        return contrast(lab, sensor)
                .add(cycle(lab, sensor, labValues, sensorValues))
                .add(depths(sensor, Objects.requireNonNull(batch.get("depths"))));
    }

    private NDArray embed(String side, NDArray sets) {
        Weights tower = weights.in(side);
        NDList embeddings = new NDList();
        for (NDArray tokens : sets.split(sets.getShape().get(0))) {
            NDArray wide = PlainTransformer.linear(tower.in("token_proj"), tokens);
            NDArray encoded =
                    transformer.encoder(tower.in("encoder.enc"), config.model().depth(), wide, null);
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
        CycleConfig cycle = config.cycle();
        NDArray toSensor = perceptron(weights.in("cycle_heads.lab_to_sensor"), lab);
        NDArray toLab = perceptron(weights.in("cycle_heads.sensor_to_lab"), sensor);
        NDArray errors = toSensor.sub(sensorValues)
                .square()
                .mean()
                .add(toLab.sub(labValues).square().mean());
        NDArray angles = angle(toSensor, sensorValues).add(angle(toLab, labValues));
        return errors.mul(constant(lab, cycle.l2Weight()))
                .add(angles.mul(constant(lab, cycle.samWeight())))
                .mul(constant(lab, config.model().cycleWeight()));
    }

    private static NDArray angle(NDArray x, NDArray y) {
        int[] overBands = {1};
        NDArray cosine = x.normalize(2, 1, 1e-12).mul(y.normalize(2, 1, 1e-12)).sum(overBands);
        return cosine.clip(-1, 1).acos().mean();
    }

    private NDArray depths(NDArray sensorEmbedding, NDArray trueDepths) {
        NDArray predicted = perceptron(weights.in("banddepth_head.net"), sensorEmbedding);
        NDArray difference = predicted.sub(trueDepths).abs().mean();
        return difference.mul(constant(predicted, config.banddepth().weight()));
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
