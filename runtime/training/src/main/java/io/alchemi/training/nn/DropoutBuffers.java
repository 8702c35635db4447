package io.alchemi.training.nn;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.alchemi.training.array.InputBuffer;
import io.alchemi.training.array.Workspace;
import java.util.HashMap;
import java.util.Map;

/** Buffers for masks that the backward pass does not read, which all places of a model can therefore share. */
final class DropoutBuffers {
    private final Map<Shape, InputBuffer> byShape = new HashMap<>();

    InputBuffer of(Workspace workspace, Shape shape) {
        return byShape.computeIfAbsent(shape, wanted -> workspace.input(DataType.FLOAT32, wanted));
    }
}
