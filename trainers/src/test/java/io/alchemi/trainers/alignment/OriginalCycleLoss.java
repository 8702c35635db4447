package io.alchemi.trainers.alignment;

import ai.djl.ndarray.NDArray;
import io.alchemi.training.array.Workspace;

/** The cycle term of the Python implementation: a predicted continuum is only kept from being below 1e-6. */
final class OriginalCycleLoss extends CycleLoss {
    OriginalCycleLoss(CycleConfig config, double[] labAxis, double[] sensorAxis, Workspace workspace) {
        super(config, labAxis, sensorAxis, workspace);
    }

    @Override
    NDArray predictedContinuum(Continuum continuum, NDArray predicted, NDArray trueContinuum) {
        return continuum.of(predicted);
    }
}
