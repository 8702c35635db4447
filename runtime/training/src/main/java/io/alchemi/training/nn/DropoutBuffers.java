package io.alchemi.training.nn;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.alchemi.training.array.InputBuffer;
import io.alchemi.training.array.Workspace;
import java.util.LinkedHashMap;
import java.util.Map;

/** Buffers for masks that the backward pass does not read, which all places of a model can therefore share. */
final class DropoutBuffers {
    /** Inputs of ever new lengths must not fill the memory. */
    private static final int MOST_SHAPES = 8;

    private final Map<Shape, InputBuffer> byShape = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Shape, InputBuffer> eldest) {
            return size() > MOST_SHAPES;
        }
    };

    InputBuffer of(Workspace workspace, Shape shape) {
        return byShape.computeIfAbsent(shape, wanted -> workspace.input(DataType.FLOAT32, wanted));
    }
}
