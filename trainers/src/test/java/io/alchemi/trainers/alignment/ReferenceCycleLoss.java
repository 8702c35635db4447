package io.alchemi.trainers.alignment;

import ai.djl.ndarray.NDArray;
import io.alchemi.training.array.Workspace;

/** The cycle term of the Python implementation, which only limits a predicted continuum to at least 1e-6. */
final class ReferenceCycleLoss extends CycleLoss {
    ReferenceCycleLoss(CycleConfig config, double[] labAxis, double[] sensorAxis, Workspace workspace) {
        super(config, labAxis, sensorAxis, workspace);
    }

    @Override
    NDArray predictedContinuum(Continuum continuum, NDArray predicted, NDArray trueContinuum) {
        return continuum.of(predicted);
    }
}
