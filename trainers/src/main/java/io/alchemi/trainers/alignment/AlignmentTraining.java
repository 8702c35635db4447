package io.alchemi.trainers.alignment;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import io.alchemi.trainers.nn.Dropout;
import io.alchemi.training.array.Scalars;
import io.alchemi.training.optimizer.AdamW;
import io.alchemi.training.optimizer.Gradients;
import io.alchemi.training.progress.ThroughputMeter;
import io.alchemi.training.progress.ThroughputStats;
import io.alchemi.training.run.NonFiniteLossException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One run of the alignment, step by step.
 *
 * <p>A step makes a batch of pairs, embeds both sides, and updates towers, heads and tau by AdamW after clipping. An evaluation embeds
 * pairs that no step trains on, without dropout.
 *
 * <p>Memory is flat: parameters and optimizer state live in the run's manager, everything else in a manager and a scope of the
 * step. Use one run at a time per process, on the thread that started the engine.
 */
public final class AlignmentTraining implements AutoCloseable {
    /** Pairs that are evaluated together, so that an evaluation needs no more memory than a step. */
    private static final int EVALUATED_TOGETHER = 16;

    private final AlignmentSettings settings;
    private final AlignmentData data;
    private final NDManager run;
    private final Map<String, NDArray> parameters;
    private final Map<String, NDArray> trained;
    private final AlignmentLoss loss;
    private final AlignmentModel withoutDropout;
    private final Dropout dropout;
    private final AdamW optimizer;
    private final PairBatch batch;
    private final PairBatch heldOut;
    private final ThroughputMeter meter = new ThroughputMeter();

    /**
     * Prepares a run on synthetic pairs; makes its initial parameters.
     *
     * @param settings the run's numbers
     * @param device   where to compute
     * @throws IllegalArgumentException if the grid misses bands of the sensor
     */
    public AlignmentTraining(AlignmentSettings settings, Device device) {
        this(settings, device, new PairAxes(settings), OriginalWays.NONE);
    }

    private AlignmentTraining(AlignmentSettings settings, Device device, PairAxes axes, OriginalWays ways) {
        this(settings, device, axes, new SyntheticPairs(settings, axes), ways);
    }

    AlignmentTraining(AlignmentSettings settings, Device device, PairAxes axes, AlignmentData data, OriginalWays ways) {
        this.settings = settings;
        this.data = data;
        this.dropout = new Dropout(settings.towers().dropout(), settings.seed());
        this.batch = new PairBatch(axes, settings.batchSize(), settings.dataType());
        int together = Math.min(EVALUATED_TOGETHER, settings.heldOutPairs());
        this.heldOut = new PairBatch(axes, together, settings.dataType());
        AdamW.Rates rates = rates(settings.optimizer());
        this.run = NDManager.newBaseManager(device);
        this.parameters = AlignmentModel.initialParameters(settings, axes, run);
        this.trained = trained(parameters, ways);
        AlignmentModel model = new AlignmentModel(parameters, settings.towers(), dropout);
        this.withoutDropout = new AlignmentModel(parameters, settings.towers(), Dropout.NONE);
        this.loss = new AlignmentLoss(settings, axes, model, parameters, run, ways);
        this.optimizer = new AdamW(trained, rates);
    }

    private static AdamW.Rates rates(OptimizerSettings optimizer) {
        return new AdamW.Rates(
                optimizer.learningRate().peak(),
                optimizer.beta1(),
                optimizer.beta2(),
                optimizer.weightDecay(),
                AdamW.DEFAULT_EPSILON);
    }

    private static Map<String, NDArray> trained(Map<String, NDArray> parameters, OriginalWays ways) {
        Map<String, NDArray> trained = new LinkedHashMap<>(parameters);
        if (ways.frozenCycleHeads()) {
            trained.keySet().removeIf(name -> name.startsWith(AlignmentModel.CYCLE));
        }
        return trained;
    }

    /**
     * Does the next step.
     *
     * @return its loss before the update, and its throughput
     * @throws NonFiniteLossException if the loss or a gradient is NaN or infinite; the parameters were not changed by this step
     */
    public AlignmentStepResult step() {
        long step = optimizer.steps() + 1;
        meter.start();
        batch.fill((lab, sensor) -> data.trainingBatch(step, lab, sensor));
        dropout.atStep(step);
        try (NDManager manager = run.newSubManager();
                NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            Values values = backward(step, manager);
            Map<String, NDArray> gradients = Gradients.of(trained);
            double largest = settings.optimizer().maxGradientNorm().orElse(Double.POSITIVE_INFINITY);
            double norm = Gradients.clip(gradients.values(), largest);
            if (!Double.isFinite(norm)) {
                throw NonFiniteLossException.ofGradients(step, norm);
            }
            double rate = settings.optimizer().learningRate().at(step);
            optimizer.step(gradients, rate);
            ThroughputStats throughput = meter.stop(batch.validTokens(), batch.bytes());
            return new AlignmentStepResult(step, values.loss, values.tau, values.parts, norm, rate, throughput);
        }
    }

    /** What a forward pass gave, read. */
    private record Values(double loss, double tau, Map<String, Double> parts) {}

    private Values backward(long step, NDManager manager) {
        try (GradientCollector collector = run.getEngine().newGradientCollector()) {
            AlignmentLoss.Result result = loss(manager);
            double value = Scalars.read(result.total());
            if (!Double.isFinite(value)) {
                throw new NonFiniteLossException(step, value);
            }
            Map<String, Double> parts = new LinkedHashMap<>();
            result.parts().forEach((name, part) -> parts.put(name, Scalars.read(part)));
            collector.backward(result.total());
            return new Values(value, Scalars.read(result.tau()), parts);
        }
    }

    /** Computes the loss of the batch that was filled last, ready for a backward pass. */
    AlignmentLoss.Result loss(NDManager manager) {
        return loss.of(batch.lend(manager));
    }

    /**
     * Evaluates the present parameters on pairs that no step trains on, without dropout. Training is not influenced.
     *
     * @return measures over the held-out pairs
     * @throws NonFiniteLossException if embeddings are NaN or infinite
     */
    public AlignmentEvaluation evaluate() {
        int pairs = settings.heldOutPairs();
        double[][] lab = new double[pairs][];
        double[][] sensor = new double[pairs][];
        int rows = Math.min(EVALUATED_TOGETHER, pairs);
        for (int first = 0; first < pairs; first += rows) {
            long number = first / rows;
            heldOut.fill((labs, sensors) -> data.heldOutBatch(number, labs, sensors));
            embed(heldOut, first, lab, sensor);
        }
        AlignmentEvaluation evaluation = AlignmentEvaluation.of(lab, sensor, tau());
        if (!Double.isFinite(evaluation.infoNce())) {
            throw NonFiniteLossException.ofEvaluation(optimizer.steps(), evaluation.infoNce());
        }
        return evaluation;
    }

    private double tau() {
        NDArray logTau = parameters.get(AlignmentModel.LOG_TAU);
        return InfoNce.limited(logTau == null ? settings.initialTau() : Math.exp(Scalars.read(logTau)));
    }

    /** Embeds a batch without dropout, as far as the results have room for it. */
    private void embed(PairBatch pairs, int first, double[][] lab, double[][] sensor) {
        try (NDManager manager = run.newSubManager();
                NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            PairBatch.Arrays arrays = pairs.lend(manager);
            read(withoutDropout.embedLab(arrays.labTokens()), first, lab);
            read(withoutDropout.embedSensor(arrays.sensorTokens()), first, sensor);
        }
    }

    private static void read(NDArray embeddings, int first, double[][] into) {
        NDArray wide = embeddings.toType(DataType.FLOAT64, false);
        double[] values = wide.toDoubleArray();
        int width = (int) wide.getShape().get(1);
        for (int row = first; row < Math.min(into.length, first + values.length / width); row++) {
            into[row] = new double[width];
            System.arraycopy(values, (row - first) * width, into[row], 0, width);
        }
    }

    /** The embeddings of the latest training batch under the present parameters, without dropout: laboratory, sensor. */
    double[][][] embedTrainingBatch() {
        double[][] lab = new double[settings.batchSize()][];
        double[][] sensor = new double[settings.batchSize()][];
        embed(batch, 0, lab, sensor);
        return new double[][][] {lab, sensor};
    }

    /**
     * Returns the parameters.
     *
     * @return the arrays themselves, under PyTorch's names
     */
    public Map<String, NDArray> parameters() {
        return new LinkedHashMap<>(parameters);
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
