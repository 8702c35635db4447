package io.alchemi.trainers.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import io.alchemi.training.array.Scalars;
import io.alchemi.training.optimizer.AdamW;
import io.alchemi.training.run.Evaluation;
import io.alchemi.training.run.Loss;
import io.alchemi.training.run.NonFiniteLossException;
import io.alchemi.training.run.Run;
import io.alchemi.training.run.Step;
import io.alchemi.training.run.TrainingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests what a loop refuses, and the messages. */
class RunRefusalTest {
    @TempDir
    private Path folder;

    private int folders;

    private Path newFolder() throws IOException {
        return Files.createDirectory(folder.resolve("run" + folders++));
    }

    /** The gradient of the square root at 0 is infinite, although the loss is not. */
    @Test
    void nonFiniteValuesAreNamedAndNothingIsUpdated() throws IOException {
        refused(
                x -> Scalars.mul(x.add(Scalars.like(x, Double.NaN)), 2),
                "the loss of step 1 is NaN at learning rate 0.1; the run has diverged: use a smaller learning rate");
        refused(
                NDArray::sqrt,
                "the gradient norm of step 1 is Infinity at learning rate 0.1;"
                        + " the run has diverged: use a smaller learning rate");
    }

    private void refused(UnaryOperator<NDArray> loss, String message) throws IOException {
        try (OneNumber model = OneNumber.of(Run.open(OneNumber.COMMAND, OneNumber.ANY, newFolder()))) {
            Step step = model.run.steps(OneNumber.loop(1)).iterator().next();
            assertThatThrownBy(() -> step.update(model.optimizer, () -> Loss.of(loss.apply(model.x))))
                    .isInstanceOf(NonFiniteLossException.class)
                    .hasMessage(message);
            assertThat(Scalars.read(model.x)).isZero();
        }
    }

    @Test
    void theNonFiniteTermIsNamed() throws IOException {
        try (OneNumber model = OneNumber.of(Run.open(OneNumber.COMMAND, OneNumber.ANY, folder))) {
            Step step = model.run.steps(OneNumber.loop(1)).iterator().next();
            assertThatThrownBy(() -> step.update(
                            model.optimizer,
                            () -> new Loss().add("fine", model.x).add("broken", 0, model.x.log())))
                    .hasMessageStartingWith("'broken' of step 1 is -Infinity at learning rate 0.1");
        }
    }

    /** A non-finite gradient is cleared, because a trainer may skip such a batch. */
    @Test
    void aRefusedGradientIsCleared() throws IOException {
        try (OneNumber model = OneNumber.of(Run.open(OneNumber.COMMAND, OneNumber.ANY, folder))) {
            Step step = model.run.steps(OneNumber.loop(1)).iterator().next();
            assertThatThrownBy(() -> step.update(model.optimizer, () -> Loss.of(model.x.sqrt())))
                    .isInstanceOf(NonFiniteLossException.class);
            assertThat(Scalars.read(model.x.getGradient())).isZero();
        }
    }

    @Test
    void bestByMustBeAMetricWithAGoal() throws IOException {
        try (OneNumber model = OneNumber.of(Run.open(OneNumber.COMMAND, OneNumber.ANY, folder))) {
            for (String bestBy : List.of("acuracy", "other", "fine")) {
                assertThatThrownBy(() -> model.run.steps(OneNumber.loop(2, bestBy, null)))
                        .isInstanceOf(TrainingException.class)
                        .hasMessage(
                                "best_by is '" + bestBy + "', but must be a declared metric of evaluations that has a"
                                        + " goal, one of [accuracy, distance], or null");
            }
        }
    }

    @Test
    void bestByNeedsAnEvaluation() throws IOException {
        try (OneNumber model = OneNumber.of(Run.open(OneNumber.COMMAND, OneNumber.ANY, folder))) {
            Iterator<Step> steps =
                    model.run.steps(OneNumber.loop(2, "accuracy", null)).iterator();
            model.update(steps.next());
            assertThatThrownBy(steps::hasNext)
                    .hasMessage("best_by is 'accuracy', but the trainer does not evaluate step 1; write null");
        }
        try (OneNumber model = OneNumber.of(Run.open(OneNumber.COMMAND, OneNumber.ANY, newFolder()))) {
            Iterator<Step> steps =
                    model.run.steps(OneNumber.loop(2, "accuracy", null)).iterator();
            Step step = steps.next();
            model.update(step);
            step.evaluation(() -> new Evaluation().metric("distance", 1));
            assertThatThrownBy(steps::hasNext)
                    .hasMessage(
                            "best_by is 'accuracy', but the evaluation of step 1 does not have it; record it in every"
                                    + " evaluation, or write null");
        }
    }

    @Test
    void misuseIsExplained() throws IOException {
        try (OneNumber model = OneNumber.of(Run.open(OneNumber.COMMAND, OneNumber.ANY, folder))) {
            Iterator<Step> steps = model.run.steps(OneNumber.loop(2)).iterator();
            Step first = steps.next();
            model.update(first);
            assertThatThrownBy(() -> model.update(first))
                    .hasMessage("step 1 was already updated; call step.update once per step");
            first.evaluation(Evaluation::new);
            assertThatThrownBy(() -> first.evaluation(Evaluation::new))
                    .hasMessage("step 1 was already evaluated; record one evaluation per step");
            Step second = steps.next();
            assertThatThrownBy(() -> second.evaluation(Evaluation::new))
                    .hasMessage("step 2 is not updated yet; call step.update before step.evaluation");
            assertThatThrownBy(() -> first.metric("late", 1))
                    .hasMessage("step 1 has ended; use the step of the current iteration");
            assertThatThrownBy(() -> model.run.steps(OneNumber.loop(2)))
                    .hasMessage("a run has one training loop; call run.steps(…) once");
            assertThatThrownBy(steps::hasNext)
                    .hasMessage("step 2 ended without an update; call step.update(optimizer, loss) in the loop");
            assertThatThrownBy(() -> new Loss().total()).hasMessage("the loss has no term; add one");
        }
    }

    @Test
    void aMetricMustBeDeclared() throws IOException {
        try (OneNumber model = OneNumber.of(Run.open(OneNumber.COMMAND, OneNumber.ANY, folder))) {
            Step step = model.run.steps(OneNumber.loop(1)).iterator().next();
            String angle = "the trainer records the metric 'angle' in a step, but does not declare it; write"
                    + " @Metric(name = \"angle\", stage = Metric.Stage.STEP, doc = \"…\") on its class";
            assertThatThrownBy(() -> step.update(
                            model.optimizer, () -> OneNumber.parabola(model.x).metric("angle", model.x)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(angle);
            assertThatThrownBy(() -> step.metric("angle", 1)).hasMessage(angle);
            assertThatThrownBy(() -> step.metric("step", 1))
                    .hasMessage("the metric 'step' is recorded by the runtime. Choose another name.");
            assertThatThrownBy(() -> step.metric("recall@1", 1))
                    .hasMessage(
                            "the metric 'recall@1' is not a valid name. Use letters, digits and underscores, a letter"
                                    + " first: \"top_1\".");
            model.update(step);
            assertThatThrownBy(() -> step.evaluation(() -> new Evaluation().metric("fine", 1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the trainer records the metric 'fine' in an evaluation, but does not declare it; write"
                            + " @Metric(name = \"fine\", stage = Metric.Stage.EVALUATION, doc = \"…\") on its class");
        }
    }

    @Test
    void runsThatCannotBeResumedAreRefused() throws IOException {
        Path whole = newFolder();
        try (OneNumber model = OneNumber.of(Run.open(OneNumber.COMMAND, OneNumber.ANY, whole))) {
            model.run.steps(OneNumber.loop(4)).forEach(model::update);
        }
        Path fourth = whole.resolve("checkpoints/step-000004.safetensors");
        try (Run run = Run.resume(OneNumber.COMMAND, OneNumber.ANY, whole)) {
            run.parameters().constant("x", 0);
            assertThatThrownBy(() -> run.steps(OneNumber.loop(3)))
                    .hasMessage("the run is at step 4, but max_steps is 3; raise max_steps to go on");
        }
        try (Run run = Run.resume(OneNumber.COMMAND, OneNumber.ANY, whole)) {
            run.parameters().constant("y", 0);
            assertThatThrownBy(() -> run.steps(OneNumber.loop(5)))
                    .isInstanceOf(TrainingException.class)
                    .hasMessageContaining(fourth + " is of another model")
                    .hasMessageContaining("y must have shape () but is missing");
        }
        Path empty = newFolder();
        assertThatThrownBy(() -> Run.resume(OneNumber.COMMAND, OneNumber.ANY, empty))
                .hasMessage(empty + " has no checkpoint to resume from");
        assertThatThrownBy(() -> Run.open(OneNumber.COMMAND, OneNumber.ANY, whole))
                .isInstanceOf(IOException.class)
                .hasMessage(whole + " has the files of another run; use an empty folder");
    }

    @Test
    void anOptimizerNeedsParametersAndALossThatUsesThem() throws IOException {
        try (Run run = Run.open(OneNumber.COMMAND, OneNumber.ANY, folder)) {
            assertThatThrownBy(() -> OneNumber.optimizer(run))
                    .hasMessage("there are no parameters to update; make the model before its optimizer");
            NDArray x = run.parameters().constant("x", 0);
            run.parameters().constant("y", 1);
            AdamW optimizer = OneNumber.optimizer(run);
            for (Step step : run.steps(OneNumber.loop(2))) {
                step.update(optimizer, () -> OneNumber.parabola(x));
            }
        }
        assertThat(Files.readAllLines(folder.resolve("log.txt")))
                .first()
                .isEqualTo("the gradient of y is 0 in step 1; if the loss does not use it, do not give it to the"
                        + " optimizer, whose weight decay changes it");
    }

    @Test
    void aRunHasOneOptimizer() throws IOException {
        try (Run run = Run.open(OneNumber.COMMAND, OneNumber.ANY, folder)) {
            NDArray x = run.parameters().constant("x", 0);
            AdamW first = OneNumber.optimizer(run);
            AdamW second = OneNumber.optimizer(run);
            Iterator<Step> steps = run.steps(OneNumber.loop(2)).iterator();
            steps.next().update(first, () -> OneNumber.parabola(x));
            Step step = steps.next();
            assertThatThrownBy(() -> step.update(second, () -> OneNumber.parabola(x)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("a run has one optimizer; give it all parameters that are trained");
        }
    }

    @Test
    void aLossMustBeOneNumber() throws IOException {
        try (Run run = Run.open(OneNumber.COMMAND, OneNumber.ANY, folder)) {
            NDArray x = run.parameters().constant("x", 0, 3);
            assertThatThrownBy(() -> Loss.of(x))
                    .hasMessage("the loss has shape (3) and type float32; it must be one float32 or float64 number,"
                            + " such as a mean");
        }
    }
}
