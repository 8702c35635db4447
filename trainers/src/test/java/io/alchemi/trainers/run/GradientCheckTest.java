package io.alchemi.trainers.run;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import io.alchemi.training.array.Scalars;
import io.alchemi.training.optimizer.AdamW;
import io.alchemi.training.run.Loss;
import io.alchemi.training.run.Step;
import io.alchemi.training.run.TrainerChecks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the gradient check for tests of trainers. */
class GradientCheckTest {
    @TempDir
    private Path folder;

    private int folders;

    private Path newFolder() throws IOException {
        return Files.createDirectory(folder.resolve("run" + folders++));
    }

    @Test
    void theGradientCheckFindsAnOperatorWithAJavaNumber() {
        assertThatThrownBy(() -> check(x -> x.mul(1.5f).mul(x)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(
                        "step 1: a garbage collection before the backward pass changes the gradients of x")
                .hasMessageContaining("Scalars");
    }

    @Test
    void theGradientCheckFindsALossThatCannotBeRepeated() {
        int[] asked = {0};
        assertThatThrownBy(() -> check(x -> Scalars.mul(x, ++asked[0])))
                .isInstanceOf(AssertionError.class)
                .hasMessage("step 1: computing the loss again gives other gradients for x;"
                        + " draw its data and random numbers by the number of the step");
        assertThatThrownBy(() ->
                        TrainerChecks.gradients(OneNumber.command((config, run) -> {}), OneNumber.ANY, newFolder()))
                .isInstanceOf(AssertionError.class)
                .hasMessage("the trainer updated nothing; check it with at least one step");
    }

    @Test
    void theGradientCheckPassesTheSafeOperators() throws IOException {
        check(x -> Scalars.mul(x, 1.5).mul(x));
        check(x -> x.mul(x.getManager().randomNormal(x.getShape())));
        check(x -> Scalars.pow(Scalars.div(x.add(1), 3), 2)
                .add(Scalars.maximum(x, -1))
                .add(Scalars.minimum(x, 9)));
    }

    private void check(UnaryOperator<NDArray> loss) throws IOException {
        TrainerChecks.gradients(
                OneNumber.command((config, run) -> {
                    NDArray x = run.parameters().constant("x", 2, 50);
                    AdamW optimizer = OneNumber.optimizer(run);
                    for (Step step : run.steps(OneNumber.loop(2))) {
                        step.update(optimizer, () -> Loss.of(loss.apply(x).sum()));
                    }
                }),
                OneNumber.ANY,
                newFolder());
    }
}
