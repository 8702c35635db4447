package org.example.digits;

import io.alchemi.training.random.RandomStream;
import io.alchemi.training.run.TrainingException;
import java.util.Arrays;
import java.util.List;

/** The images, split at random into a training set and a validation set. */
final class Dataset {
    private final long seed;
    private final List<Image> training;
    private final List<Image> validation;

    Dataset(List<Image> images, double validationShare, long seed) {
        List<Image> shuffled = shuffled(images, new RandomStream(seed, "digits/split", 0));
        int heldOut = (int) Math.round(validationShare * images.size());
        if (heldOut == 0 || heldOut == images.size()) {
            throw new TrainingException("validation_share " + validationShare + " of " + images.size()
                    + " images leaves none to " + (heldOut == 0 ? "validate with" : "train on"));
        }
        this.seed = seed;
        this.validation = shuffled.subList(0, heldOut);
        this.training = shuffled.subList(heldOut, images.size());
    }

    List<Image> validation() {
        return validation;
    }

    /**
     * Returns the images of a step, which depend only on seed and step. Each epoch has another order. Its last images are left out if
     * they do not fill a batch.
     */
    List<Image> batch(long step, int size) {
        int perEpoch = training.size() / size;
        if (perEpoch == 0) {
            throw new TrainingException(
                    "batch_size must not exceed the " + training.size() + " training images, but is " + size);
        }
        long epoch = 1 + (step - 1) / perEpoch;
        int first = (int) ((step - 1) % perEpoch) * size;
        return shuffled(training, new RandomStream(seed, "digits/epoch", epoch)).subList(first, first + size);
    }

    private static List<Image> shuffled(List<Image> images, RandomStream stream) {
        return Arrays.stream(stream.permutation(images.size()))
                .mapToObj(images::get)
                .toList();
    }
}
