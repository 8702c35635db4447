package io.alchemi.trainers.alignment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.alchemi.training.array.InputBuffer;
import io.alchemi.training.array.Scalars;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Compares reconstructed spectra with the true ones. */
final class CycleLoss {
    /** A predicted continuum is taken to be at least this share of the true one. */
    static final double LOWEST_SHARE_OF_CONTINUUM = 0.1;

    private static final double SHORTEST = 1e-6;
    private static final NDIndex FROM_SECOND = new NDIndex(":, 1:");
    private static final NDIndex TO_LAST_BUT_ONE = new NDIndex(":, :-1");

    private final CycleSettings settings;
    private final boolean bareContinuum;
    private final Side lab;
    private final Side sensor;

    /** What is fixed for one side: its continuum and the inverse distances of its samples. */
    private record Side(Continuum continuum, NDArray inverseSteps) {}

    /**
     * The terms before weighting, by name, and their weighted sum.
     *
     * @param terms scalars
     * @param total scalar
     */
    record Result(Map<String, NDArray> terms, NDArray total) {}

    /**
     * Prepares what the axes fix.
     *
     * @param settings      which terms
     * @param labAxis       laboratory wavelengths, nm
     * @param sensorAxis    band centres, nm
     * @param manager       owner: the run's
     * @param type          float32 or float64
     * @param bareContinuum the original's way: a predicted continuum is only kept from being below 1e-6
     */
    CycleLoss(
            CycleSettings settings,
            double[] labAxis,
            double[] sensorAxis,
            NDManager manager,
            DataType type,
            boolean bareContinuum) {
        this.settings = settings;
        this.bareContinuum = bareContinuum;
        this.lab = side(labAxis, manager, type);
        this.sensor = side(sensorAxis, manager, type);
    }

    private Side side(double[] axis, NDManager manager, DataType type) {
        Continuum continuum = new Continuum(axis, settings.continuumWindow(), manager, type);
        return new Side(continuum, inverseSteps(axis, manager, type));
    }

    static NDArray inverseSteps(double[] axis, NDManager manager, DataType type) {
        InputBuffer inverse = new InputBuffer(new Shape(1, axis.length - 1), type);
        for (int i = 0; i < inverse.size(); i++) {
            inverse.set(i, 1 / Math.max(axis[i + 1] - axis[i], SHORTEST));
        }
        return inverse.copy(manager);
    }

    /**
     * Compares both sides.
     *
     * @param labPredicted    reconstructed from sensor embeddings, (B, N)
     * @param labTrue         (B, N)
     * @param sensorPredicted reconstructed from laboratory embeddings, (B, K)
     * @param sensorTrue      (B, K)
     * @return the terms that are on
     */
    Result compare(NDArray labPredicted, NDArray labTrue, NDArray sensorPredicted, NDArray sensorTrue) {
        Map<String, NDArray> terms = new LinkedHashMap<>();
        NDArray total = Scalars.like(labPredicted, 0);
        if (settings.raw()) {
            terms.put("sensor_l2", squaredError(sensorPredicted, sensorTrue));
            terms.put("lab_l2", squaredError(labPredicted, labTrue));
            terms.put("sensor_sam", angle(sensorPredicted, sensorTrue));
            terms.put("lab_sam", angle(labPredicted, labTrue));
            total = total.add(weighted(settings.l2Weight(), terms, "sensor_l2", "lab_l2"));
            total = total.add(weighted(settings.samWeight(), terms, "sensor_sam", "lab_sam"));
        }
        if (settings.continuum()) {
            Removed labs = removed(lab, labPredicted, labTrue);
            Removed sensors = removed(sensor, sensorPredicted, sensorTrue);
            terms.put("lab_cont_mse", squaredError(labs.predicted, labs.target));
            terms.put("sensor_cont_mse", squaredError(sensors.predicted, sensors.target));
            terms.put("lab_cont_sam", angle(labs.predicted, labs.target));
            terms.put("sensor_cont_sam", angle(sensors.predicted, sensors.target));
            total = total.add(weighted(
                    settings.continuumWeight(),
                    terms,
                    "lab_cont_mse",
                    "sensor_cont_mse",
                    "lab_cont_sam",
                    "sensor_cont_sam"));
        }
        if (settings.slope()) {
            terms.put("lab_slope", slopeError(lab, labPredicted, labTrue));
            terms.put("sensor_slope", slopeError(sensor, sensorPredicted, sensorTrue));
            total = total.add(weighted(settings.slopeWeight(), terms, "lab_slope", "sensor_slope"));
        }
        return new Result(terms, total);
    }

    private static NDArray weighted(double weight, Map<String, NDArray> terms, String... names) {
        NDArray sum = Objects.requireNonNull(terms.get(names[0]));
        for (int i = 1; i < names.length; i++) {
            sum = sum.add(Objects.requireNonNull(terms.get(names[i])));
        }
        return sum.mul(Scalars.like(sum, weight));
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
        NDArray share = Scalars.like(target, LOWEST_SHARE_OF_CONTINUUM);
        NDArray continuum =
                bareContinuum ? side.continuum.of(predicted) : side.continuum.of(predicted, trueContinuum.mul(share));
        return new Removed(predicted.div(continuum), target.div(trueContinuum));
    }

    private static NDArray slopeError(Side side, NDArray predicted, NDArray target) {
        return squaredError(slopes(predicted, side.inverseSteps), slopes(target, side.inverseSteps));
    }

    /** Differences of neighbours, per nm. */
    static NDArray slopes(NDArray spectra, NDArray inverseSteps) {
        return spectra.get(FROM_SECOND).sub(spectra.get(TO_LAST_BUT_ONE)).mul(inverseSteps);
    }
}
