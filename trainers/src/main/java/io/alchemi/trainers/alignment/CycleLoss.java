package io.alchemi.trainers.alignment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import io.alchemi.training.array.InputBuffer;
import io.alchemi.training.array.Scalars;
import io.alchemi.training.array.Workspace;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Compares reconstructed spectra with the true ones. */
class CycleLoss {
    /** Lower limit of a predicted continuum, as a share of the true one. */
    static final double LOWEST_SHARE_OF_CONTINUUM = 0.1;

    private static final double SHORTEST = 1e-6;
    private static final NDIndex FROM_SECOND = new NDIndex(":, 1:");
    private static final NDIndex TO_LAST_BUT_ONE = new NDIndex(":, :-1");

    private final CycleConfig config;
    private final Side lab;
    private final Side sensor;

    /** Constants of one side: its continuum and the inverse distances of its samples. */
    private record Side(Continuum continuum, NDArray inverseSteps) {}

    /**
     * The unweighted terms by name, and their weighted sum.
     *
     * @param terms scalars
     * @param total scalar
     */
    record Result(Map<String, NDArray> terms, NDArray total) {}

    /**
     * Precomputes what depends only on the axes.
     *
     * @param config     selects and weights the terms
     * @param labAxis    laboratory wavelengths, nm
     * @param sensorAxis band centres, nm
     * @param workspace  owner of the precomputed arrays
     */
    CycleLoss(CycleConfig config, double[] labAxis, double[] sensorAxis, Workspace workspace) {
        this.config = config;
        this.lab = side(labAxis, workspace);
        this.sensor = side(sensorAxis, workspace);
    }

    private Side side(double[] axis, Workspace workspace) {
        Continuum continuum = new Continuum(axis, config.continuumWindowNm(), workspace);
        return new Side(continuum, inverseSteps(axis, workspace));
    }

    static NDArray inverseSteps(double[] axis, Workspace workspace) {
        InputBuffer inverse = workspace.input(1, axis.length - 1);
        for (int i = 0; i < inverse.size(); i++) {
            inverse.set(i, 1 / Math.max(axis[i + 1] - axis[i], SHORTEST));
        }
        return inverse.copy();
    }

    /**
     * Compares both sides.
     *
     * @param labPredicted    reconstructed from sensor embeddings, (B, N)
     * @param labTrue         (B, N)
     * @param sensorPredicted reconstructed from laboratory embeddings, (B, K)
     * @param sensorTrue      (B, K)
     * @return the enabled terms
     */
    Result compare(NDArray labPredicted, NDArray labTrue, NDArray sensorPredicted, NDArray sensorTrue) {
        Map<String, NDArray> terms = new LinkedHashMap<>();
        NDArray total = Scalars.like(labPredicted, 0);
        if (config.cycleRaw()) {
            terms.put("sensor_l2", squaredError(sensorPredicted, sensorTrue));
            terms.put("lab_l2", squaredError(labPredicted, labTrue));
            terms.put("sensor_sam", angle(sensorPredicted, sensorTrue));
            terms.put("lab_sam", angle(labPredicted, labTrue));
            total = total.add(weighted(config.l2Weight(), terms, "sensor_l2", "lab_l2"));
            total = total.add(weighted(config.samWeight(), terms, "sensor_sam", "lab_sam"));
        }
        if (config.cycleContinuum()) {
            Removed labs = removed(lab, labPredicted, labTrue);
            Removed sensors = removed(sensor, sensorPredicted, sensorTrue);
            terms.put("lab_cont_mse", squaredError(labs.predicted, labs.target));
            terms.put("sensor_cont_mse", squaredError(sensors.predicted, sensors.target));
            terms.put("lab_cont_sam", angle(labs.predicted, labs.target));
            terms.put("sensor_cont_sam", angle(sensors.predicted, sensors.target));
            total = total.add(weighted(
                    config.continuumWeight(),
                    terms,
                    "lab_cont_mse",
                    "sensor_cont_mse",
                    "lab_cont_sam",
                    "sensor_cont_sam"));
        }
        if (config.slopeReg()) {
            terms.put("lab_slope", slopeError(lab, labPredicted, labTrue));
            terms.put("sensor_slope", slopeError(sensor, sensorPredicted, sensorTrue));
            total = total.add(weighted(config.slopeWeight(), terms, "lab_slope", "sensor_slope"));
        }
        return new Result(terms, total);
    }

    private static NDArray weighted(double weight, Map<String, NDArray> terms, String... names) {
        NDArray sum = Objects.requireNonNull(terms.get(names[0]));
        for (int i = 1; i < names.length; i++) {
            sum = sum.add(Objects.requireNonNull(terms.get(names[i])));
        }
        return Scalars.mul(sum, weight);
    }

    static NDArray squaredError(NDArray x, NDArray y) {
        return x.sub(y).square().mean();
    }

    private static NDArray angle(NDArray x, NDArray y) {
        return SpectralAngle.angles(x, y).mean();
    }

    private record Removed(NDArray predicted, NDArray target) {}

    private Removed removed(Side side, NDArray predicted, NDArray target) {
        NDArray trueContinuum = side.continuum.of(target);
        NDArray continuum = predictedContinuum(side.continuum, predicted, trueContinuum);
        return new Removed(predicted.div(continuum), target.div(trueContinuum));
    }

    /** Returns the continuum to divide a prediction by. It must not come near 0. */
    NDArray predictedContinuum(Continuum continuum, NDArray predicted, NDArray trueContinuum) {
        return continuum.of(predicted, Scalars.mul(trueContinuum, LOWEST_SHARE_OF_CONTINUUM));
    }

    private static NDArray slopeError(Side side, NDArray predicted, NDArray target) {
        return squaredError(slopes(predicted, side.inverseSteps), slopes(target, side.inverseSteps));
    }

    /** Returns the differences of neighbouring values, per nm. */
    static NDArray slopes(NDArray spectra, NDArray inverseSteps) {
        return spectra.get(FROM_SECOND).sub(spectra.get(TO_LAST_BUT_ONE)).mul(inverseSteps);
    }
}
