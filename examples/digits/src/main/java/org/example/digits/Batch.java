package org.example.digits;

import ai.djl.ndarray.NDArray;
import io.alchemi.training.array.InputBuffer;
import io.alchemi.training.array.Workspace;
import java.util.List;

/** A batch of images in buffers that are refilled in each step. */
final class Batch {
    private final InputBuffer pixels;
    private final InputBuffer digits;

    Batch(Workspace workspace, int size) {
        this.pixels = workspace.input(size, Image.PIXELS);
        this.digits = workspace.input(size);
    }

    int size() {
        return digits.size();
    }

    /** Replaces all images. */
    Batch fill(List<Image> images) {
        for (int i = 0; i < size(); i++) {
            Image image = images.get(i);
            for (int j = 0; j < Image.PIXELS; j++) {
                pixels.set(i * Image.PIXELS + j, image.pixels()[j]);
            }
            digits.set(i, image.digit());
        }
        return this;
    }

    /** Returns the pixels: (B, 64). */
    NDArray pixels() {
        return pixels.lend();
    }

    /** Returns the digits: (B). */
    NDArray digits() {
        return digits.lend();
    }
}
