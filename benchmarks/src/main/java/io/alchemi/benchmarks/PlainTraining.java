package io.alchemi.benchmarks;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.AdamW;
import io.alchemi.training.array.Workspace;
import io.alchemi.training.checkpoint.Safetensors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A training loop in plain DJL: forward, backward, DJL's AdamW. The arrays of a step are freed when it ends. */
abstract class PlainTraining implements Peer {
    private static final String BATCH = "batch/";

    private final Workspace workspace = new Workspace(Device.cpu(), DataType.FLOAT32);
    private final NDManager run = workspace.manager();
    private final Map<String, NDArray> parameters = new LinkedHashMap<>();
    private final AdamW optimizer;
    private final double maxGradientNorm;
    private long step;

    /**
     * Starts with the parameters of another training.
     *
     * @param initial         a file with the parameters
     * @param optimizer       DJL's optimizer
     * @param maxGradientNorm maximum norm of all gradients together; infinity disables clipping
     */
    PlainTraining(Path initial, AdamW optimizer, double maxGradientNorm) throws IOException {
        this.optimizer = optimizer;
        this.maxGradientNorm = maxGradientNorm;
        Safetensors.read(initial, workspace).tensors().forEach((name, parameter) -> {
            if (!name.startsWith("basis.")) {
                parameter.setRequiresGradient(true);
                parameters.put(name, parameter);
            }
        });
    }

    Weights weights() {
        return new Weights(parameters, "");
    }

    /** Creates the data of a step, counted from 1. */
    abstract Map<String, NDArray> batch(long step, NDManager manager);

    /** Computes the loss for the data of a step. */
    abstract NDArray loss(Map<String, NDArray> batch);

    /** Returns the settings that another program needs to create the same model and optimizer. */
    abstract Map<String, Object> settings();

    /** Writes the parameters, and the data of the first step with the prefix {@code batch/}. */
    void write(Path file) throws IOException {
        try (NDManager manager = run.newSubManager()) {
            Map<String, NDArray> tensors = new LinkedHashMap<>(parameters);
            batch(1, manager).forEach((name, array) -> tensors.put(BATCH + name, array));
            Safetensors.write(file, tensors, Map.of());
        }
    }

    @Override
    public String name() {
        return "plain DJL";
    }

    @Override
    public StepCost step() {
        Stopwatch watch = new Stopwatch();
        return watch.took(loss());
    }

    /** Runs the next step. Returns its loss before the update. */
    private double loss() {
        step++;
        try (NDManager manager = run.newSubManager()) {
            double value = backward(manager);
            Map<String, NDArray> gradients = new LinkedHashMap<>();
            parameters.forEach((name, parameter) -> {
                NDArray gradient = parameter.getGradient();
                gradient.attach(manager);
                gradients.put(name, gradient);
            });
            if (Double.isFinite(maxGradientNorm)) {
                clip(new NDList(gradients.values()));
            }
            parameters.forEach((name, parameter) -> optimizer.update(name, parameter, gradients.get(name)));
            return value;
        }
    }

    /** Uses a scope, because arrays computed from a parameter would otherwise live as long as the run. */
    private double backward(NDManager manager) {
        try (NDScope scope = new NDScope();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            scope.suppressNotUsedWarning();
            NDArray loss = loss(batch(step, manager));
            collector.backward(loss);
            return loss.getFloat();
        }
    }

    /** DJL itself can only clip single elements. */
    private void clip(NDList gradients) {
        NDList norms = new NDList();
        gradients.forEach(gradient -> norms.add(gradient.norm()));
        double norm = NDArrays.stack(norms).norm().getFloat();
        double factor = maxGradientNorm / (norm + 1e-6);
        if (factor < 1) {
            gradients.forEach(gradient -> gradient.muli(factor));
        }
    }

    @Override
    public void close() {
        workspace.close();
    }
}
