package org.example.digits;

import ai.djl.ndarray.NDArray;
import io.alchemi.training.array.Scalars;
import io.alchemi.training.array.Workspace;
import io.alchemi.training.nn.Losses;
import io.alchemi.training.run.Evaluation;
import java.util.ArrayList;
import java.util.List;

/** The held-out images, in batches of limited size. */
final class Validation {
    private static final int TOGETHER = 256;

    private final Workspace workspace;
    private final List<Batch> batches = new ArrayList<>();
    private final int images;

    Validation(List<Image> images, Workspace workspace) {
        this.workspace = workspace;
        this.images = images.size();
        for (int first = 0; first < images.size(); first += TOGETHER) {
            List<Image> some = images.subList(first, Math.min(first + TOGETHER, images.size()));
            batches.add(new Batch(workspace, some.size()).fill(some));
        }
    }

    Evaluation evaluate(Classifier model) {
        double right = 0;
        double loss = 0;
        for (Batch batch : batches) {
            Sums sums = workspace.scoped(() -> Sums.of(model, batch));
            right += sums.right;
            loss += sums.loss;
        }
        return new Evaluation().metric("accuracy", right / images).metric("validation_loss", loss / images);
    }

    private record Sums(double right, double loss) {
        static Sums of(Classifier model, Batch batch) {
            NDArray scores = model.apply(batch.pixels());
            NDArray isRight = scores.argMax(1).eq(batch.digits()).toType(scores.getDataType(), false);
            NDArray loss = Losses.crossEntropy(scores, batch.digits());
            return new Sums(Scalars.read(isRight.sum()), batch.size() * Scalars.read(loss));
        }
    }
}
