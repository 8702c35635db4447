package io.alchemi.trainers.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.alchemi.config.Loaded;
import io.alchemi.trainers.mae.MaeExperiment;
import io.alchemi.trainers.mae.MaeExperimentLoader;
import io.alchemi.training.array.Scalars;
import io.alchemi.training.optimizer.AdamW;
import io.alchemi.training.optimizer.LearningRate;
import io.alchemi.training.run.Evaluation;
import io.alchemi.training.run.GradientCheck;
import io.alchemi.training.run.LoopConfig;
import io.alchemi.training.run.Loss;
import io.alchemi.training.run.NonFiniteLossException;
import io.alchemi.training.run.Run;
import io.alchemi.training.run.Step;
import io.alchemi.training.run.TrainingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The loop that a trainer gets, with a model of one number. */
class RunTest {
    private static final Loaded<MaeExperiment> ANY = new MaeExperimentLoader().load("global: {seed: 1, device: cpu}");

    @TempDir
    private Path folder;

    private int folders;

    private Path newFolder() throws IOException {
        return Files.createDirectory(folder.resolve("run" + folders++));
    }

    private static LoopConfig loop(int steps) {
        return loop(steps, null, null);
    }

    private static LoopConfig loop(int steps, @Nullable String bestBy, @Nullable Integer patience) {
        return new LoopConfig(steps, 2, 1, 1, 2, bestBy, patience, null);
    }

    /** A parabola with its lowest point at 3. */
    private static Loss parabola(NDArray x) {
        return Loss.of(x.sub(Scalars.like(x, 3)).square());
    }

    private static AdamW optimizer(Run run) {
        return new AdamW(run.parameters().trained(), LearningRate.constant(0.1));
    }

    @Test
    void aLoopCountsLogsAndSaves() throws IOException {
        try (Run run = Run.open(ANY, folder)) {
            NDArray x = run.parameters().constant("x", 0);
            AdamW optimizer = optimizer(run);
            List<Long> numbers = new ArrayList<>();
            for (Step step : run.steps(loop(5))) {
                numbers.add(step.number());
                step.update(optimizer, () -> parabola(x));
                step.metric("x", Scalars.read(x));
            }
            assertThat(numbers).containsExactly(1L, 2L, 3L, 4L, 5L);
        }
        assertThat(Files.readAllLines(folder.resolve("metrics.jsonl")))
                .hasSize(5)
                .first()
                .asString()
                .startsWith("{\"step\":1,\"loss\":9.0,\"grad_norm\":6.0,\"lr\":0.1,\"x\":0.0");
        // Means over steps 1 and 2, 3 and 4, then 5 alone.
        assertThat(Files.readAllLines(folder.resolve("log.txt")))
                .satisfiesExactly(
                        two -> assertThat(two).startsWith("step 2/5  loss 8.7050  x 0.1499"),
                        four -> assertThat(four).startsWith("step 4/5  loss 7.5"),
                        five -> assertThat(five).startsWith("step 5/5  loss 6.7"));
        assertThat(folder.resolve("checkpoints").toFile().list())
                .containsExactlyInAnyOrder("step-000004.safetensors", "step-000005.safetensors", "final.safetensors");
    }

    @Test
    void aMetricThatIsNotFiniteIsNullInTheMetrics() throws IOException {
        try (Run run = Run.open(ANY, folder)) {
            NDArray x = run.parameters().constant("x", 0);
            AdamW optimizer = optimizer(run);
            for (Step step : run.steps(loop(1))) {
                step.update(optimizer, () -> parabola(x));
                step.metric("ratio", Double.NaN);
                step.evaluation(() -> new Evaluation().metric("other", Double.POSITIVE_INFINITY));
            }
        }
        assertThat(folder.resolve("metrics.jsonl"))
                .content()
                .contains("\"ratio\":null")
                .doesNotContain("NaN");
        assertThat(folder.resolve("evaluations.jsonl")).content().isEqualTo("{\"step\":1,\"other\":null}\n");
    }

    /** The gradient of the square root at 0 is infinite although the loss is not. */
    @Test
    void whatIsNotFiniteIsNamedAndUpdatesNothing() throws IOException {
        refused(
                x -> Scalars.mul(x.add(Scalars.like(x, Double.NaN)), 2),
                "the loss of step 1 is NaN at learning rate 0.1; the run has diverged: use a smaller learning rate");
        refused(
                NDArray::sqrt,
                "the gradient norm of step 1 is Infinity at learning rate 0.1;"
                        + " the run has diverged: use a smaller learning rate");
    }

    private void refused(UnaryOperator<NDArray> loss, String message) throws IOException {
        try (Run run = Run.open(ANY, newFolder())) {
            NDArray x = run.parameters().constant("x", 0);
            AdamW optimizer = optimizer(run);
            Step step = run.steps(loop(1)).iterator().next();
            assertThatThrownBy(() -> step.update(optimizer, () -> Loss.of(loss.apply(x))))
                    .isInstanceOf(NonFiniteLossException.class)
                    .hasMessage(message);
            assertThat(Scalars.read(x)).isZero();
        }
    }

    @Test
    void theTermThatIsNotFiniteIsNamed() throws IOException {
        try (Run run = Run.open(ANY, folder)) {
            NDArray x = run.parameters().constant("x", 0);
            AdamW optimizer = optimizer(run);
            Step step = run.steps(loop(1)).iterator().next();
            assertThatThrownBy(() -> step.update(
                            optimizer, () -> new Loss().add("fine", x).add("broken", 0, x.log())))
                    .hasMessageStartingWith("'broken' of step 1 is -Infinity at learning rate 0.1");
        }
    }

    @Test
    void theBestIsKeptAndTheLoopEndsEarly() throws IOException {
        double[] accuracy = {0.1, 0.5, 0.4, 0.5, 0.9};
        try (Run run = Run.open(ANY, folder)) {
            NDArray x = run.parameters().constant("x", 0);
            AdamW optimizer = optimizer(run);
            long last = 0;
            for (Step step : run.steps(loop(5, "accuracy", 2))) {
                last = step.number();
                double found = accuracy[(int) last - 1];
                step.update(optimizer, () -> parabola(x));
                step.evaluation(() -> new Evaluation().maximize("accuracy", found));
            }
            assertThat(last).isEqualTo(4);
        }
        assertThat(Files.readAllLines(folder.resolve("log.txt")))
                .last()
                .isEqualTo("stopped after step 4: accuracy has not improved in 2 evaluations since step 2");
        assertThat(folder.resolve("checkpoints/best.safetensors"))
                .content(StandardCharsets.ISO_8859_1)
                .contains("\"step\":\"2\"");
        assertThat(folder.resolve("checkpoints/final.safetensors"))
                .content(StandardCharsets.ISO_8859_1)
                .contains("\"step\":\"4\"");
    }

    @Test
    void bestByMustBeAMetricWithAGoal() throws IOException {
        try (Run run = Run.open(ANY, folder)) {
            NDArray x = run.parameters().constant("x", 0);
            AdamW optimizer = optimizer(run);
            Iterator<Step> steps = run.steps(loop(2, "acuracy", null)).iterator();
            Step step = steps.next();
            step.update(optimizer, () -> parabola(x));
            step.evaluation(() -> new Evaluation().maximize("accuracy", 0.5).metric("other", 1));
            assertThatThrownBy(steps::hasNext)
                    .isInstanceOf(TrainingException.class)
                    .hasMessage(
                            "best_by is 'acuracy', but evaluations have only accuracy; write one of these, or null");
        }
    }

    @Test
    void misuseIsExplained() throws IOException {
        try (Run run = Run.open(ANY, folder)) {
            NDArray x = run.parameters().constant("x", 0);
            AdamW optimizer = optimizer(run);
            Iterator<Step> steps = run.steps(loop(2)).iterator();
            Step first = steps.next();
            first.update(optimizer, () -> parabola(x));
            assertThatThrownBy(() -> first.update(optimizer, () -> parabola(x)))
                    .hasMessage("step 1 was already updated; call step.update once per step");
            assertThatThrownBy(() -> first.metric("step", 1))
                    .hasMessage("a metric must not be called 'step', which is the number of the step");
            assertThatThrownBy(() -> first.metric("recall@1", 1))
                    .hasMessage(
                            "'recall@1' is not a valid name for a metric; use letters, digits and _, a letter first");
            assertThatThrownBy(() -> new Evaluation().metric("step", 1))
                    .hasMessage("a metric must not be called 'step', which is the number of the step");
            first.evaluation(Evaluation::new);
            assertThatThrownBy(() -> first.evaluation(Evaluation::new))
                    .hasMessage("step 1 was already evaluated; record one evaluation per step");
            Step second = steps.next();
            assertThatThrownBy(() -> second.evaluation(Evaluation::new))
                    .hasMessage("step 2 is not updated yet; call step.update before step.evaluation");
            assertThatThrownBy(() -> first.metric("late", 1))
                    .hasMessage("step 1 has ended; use the step of the current iteration");
            assertThatThrownBy(() -> run.steps(loop(2)))
                    .hasMessage("a run has one training loop; call run.steps(…) once");
            assertThatThrownBy(steps::hasNext)
                    .hasMessage("step 2 ended without an update; call step.update(optimizer, loss) in the loop");
            assertThatThrownBy(() -> new Loss().total()).hasMessage("the loss has no term; add one");
        }
    }

    @Test
    void aTrainingThatIsToldToStopWritesTheCheckpointOfItsStepFirst() throws IOException {
        long[] asked = {0};
        try (Run run = Run.open(ANY, folder, () -> ++asked[0] == 2)) {
            NDArray x = run.parameters().constant("x", 0);
            AdamW optimizer = optimizer(run);
            assertThatThrownBy(() -> {
                        for (Step step : run.steps(loop(5))) {
                            step.update(optimizer, () -> parabola(x));
                        }
                    })
                    .isInstanceOf(TrainingException.class)
                    .hasMessage("interrupted after step 2");
        }
        assertThat(folder.resolve("checkpoints/step-000002.safetensors")).exists();
        assertThat(folder.resolve("checkpoints/final.safetensors")).doesNotExist();
        assertThat(Files.readAllLines(folder.resolve("metrics.jsonl"))).hasSize(2);
    }

    /** The best evaluation and the patience used up belong to what a run goes on from. */
    @Test
    void aResumedRunEndsEarlyWhereTheWholeRunDoes() throws IOException {
        Path whole = newFolder();
        assertThat(trainWithAccuracies(Run.open(ANY, whole))).isEqualTo(4);
        Path resumed = newFolder();
        assertThat(trainWithAccuracies(Run.resume(ANY, resumed, whole.resolve("checkpoints/step-000003.safetensors"))))
                .isEqualTo(4);
        assertThat(resumed.resolve("checkpoints/best.safetensors")).doesNotExist();
    }

    private static long trainWithAccuracies(Run opened) throws IOException {
        double[] accuracy = {0.1, 0.5, 0.4, 0.5, 0.9};
        long last = 0;
        try (Run run = opened) {
            NDArray x = run.parameters().constant("x", 0);
            AdamW optimizer = optimizer(run);
            for (Step step : run.steps(loop(5, "accuracy", 2))) {
                last = step.number();
                double found = accuracy[(int) last - 1];
                step.update(optimizer, () -> parabola(x));
                step.evaluation(() -> new Evaluation().maximize("accuracy", found));
            }
        }
        return last;
    }

    @Test
    void whatCannotBeResumedIsRefused() throws IOException {
        Path whole = newFolder();
        trainWithAccuracies(Run.open(ANY, whole));
        Path last = whole.resolve("checkpoints/final.safetensors");
        Path fourth = whole.resolve("checkpoints/step-000004.safetensors");
        try (Run run = Run.resume(ANY, newFolder(), last)) {
            run.parameters().constant("x", 0);
            assertThatThrownBy(() -> run.steps(loop(5)))
                    .isInstanceOf(TrainingException.class)
                    .hasMessage(last + " has no optimizer state; resume from a file step-NUMBER.safetensors");
        }
        try (Run run = Run.resume(ANY, newFolder(), fourth)) {
            run.parameters().constant("x", 0);
            assertThatThrownBy(() -> run.steps(loop(3)))
                    .hasMessage("the checkpoint is of step 4, but max_steps is 3; resume from an earlier one, or raise"
                            + " max_steps");
        }
        try (Run run = Run.resume(ANY, newFolder(), fourth)) {
            run.parameters().constant("y", 0);
            assertThatThrownBy(() -> run.steps(loop(5)))
                    .hasMessageContaining(fourth + " is of another model")
                    .hasMessageContaining("y must have shape () but is missing");
        }
        assertThatThrownBy(() -> Run.open(ANY, whole))
                .isInstanceOf(IOException.class)
                .hasMessage(whole + " has the files of another run; use an empty folder");
    }

    @Test
    void anOptimizerNeedsParametersAndALossThatUsesThem() throws IOException {
        try (Run run = Run.open(ANY, folder)) {
            assertThatThrownBy(() -> optimizer(run))
                    .hasMessage("there are no parameters to update; make the model before its optimizer");
            NDArray x = run.parameters().constant("x", 0);
            run.parameters().constant("y", 1);
            AdamW optimizer = optimizer(run);
            for (Step step : run.steps(loop(2))) {
                step.update(optimizer, () -> parabola(x));
            }
        }
        assertThat(Files.readAllLines(folder.resolve("log.txt")))
                .first()
                .isEqualTo("the gradient of y is 0 in step 1; if the loss does not use it, do not give it to the"
                        + " optimizer, whose weight decay changes it");
    }

    @Test
    void aRunHasOneOptimizer() throws IOException {
        try (Run run = Run.open(ANY, folder)) {
            NDArray x = run.parameters().constant("x", 0);
            AdamW first = optimizer(run);
            AdamW second = optimizer(run);
            Iterator<Step> steps = run.steps(loop(2)).iterator();
            steps.next().update(first, () -> parabola(x));
            Step step = steps.next();
            assertThatThrownBy(() -> step.update(second, () -> parabola(x)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("a run has one optimizer; give it all parameters that are trained");
        }
    }

    /** The gradient that was not finite is forgotten: a trainer may skip such a batch. */
    @Test
    void aRefusedGradientLeavesNothingBehind() throws IOException {
        try (Run run = Run.open(ANY, folder)) {
            NDArray x = run.parameters().constant("x", 0);
            AdamW optimizer = optimizer(run);
            Step step = run.steps(loop(1)).iterator().next();
            assertThatThrownBy(() -> step.update(optimizer, () -> Loss.of(x.sqrt())))
                    .isInstanceOf(NonFiniteLossException.class);
            assertThat(Scalars.read(x.getGradient())).isZero();
        }
    }

    @Test
    void evaluationsHoldNoArrays() throws IOException {
        try (Run run = Run.open(ANY, folder)) {
            NDArray x = run.parameters().constant("x", 0);
            AdamW optimizer = optimizer(run);
            int held = 0;
            for (Step step : run.steps(loop(10))) {
                step.update(optimizer, () -> parabola(x));
                step.evaluation(() -> new Evaluation()
                        .minimize("distance", Scalars.read(x.sub(1).square())));
                int now = run.workspace().manager().getManagedArrays().size();
                assertThat(step.number() == 1 ? now : held).isEqualTo(now);
                held = now;
            }
        }
    }

    @Test
    void aLoopThatIsLeftEarlyIsWrittenToItsLastUpdate() throws IOException {
        try (Run run = Run.open(ANY, folder)) {
            NDArray x = run.parameters().constant("x", 0);
            AdamW optimizer = optimizer(run);
            for (Step step : run.steps(loop(9))) {
                if (step.number() == 4) {
                    break; // no more data
                }
                step.update(optimizer, () -> parabola(x));
            }
            assertThat(run.finish()).first().asString().startsWith("after 3 steps: loss ");
        }
        assertThat(Files.readAllLines(folder.resolve("metrics.jsonl"))).hasSize(3);
        assertThat(Files.readAllLines(folder.resolve("log.txt")))
                .last()
                .asString()
                .startsWith("step 3/9  loss ");
        assertThat(folder.resolve("checkpoints/final.safetensors"))
                .content(StandardCharsets.ISO_8859_1)
                .contains("\"step\":\"3\"");
    }

    @Test
    void meansAreOverTheStepsThatHaveAMetric() throws IOException {
        try (Run run = Run.open(ANY, folder)) {
            NDArray x = run.parameters().constant("x", 0);
            AdamW optimizer = optimizer(run);
            for (Step step : run.steps(loop(2))) {
                step.update(optimizer, () -> parabola(x));
                if (step.number() == 1) {
                    step.metric("seldom", 10);
                }
            }
        }
        assertThat(folder.resolve("log.txt")).content().contains("seldom 10.0000");
    }

    @Test
    void bestByNeedsAnEvaluation() throws IOException {
        try (Run run = Run.open(ANY, folder)) {
            NDArray x = run.parameters().constant("x", 0);
            AdamW optimizer = optimizer(run);
            Iterator<Step> steps = run.steps(loop(2, "accuracy", null)).iterator();
            steps.next().update(optimizer, () -> parabola(x));
            assertThatThrownBy(steps::hasNext)
                    .hasMessage("best_by is 'accuracy', but the trainer does not evaluate step 1; write null");
        }
    }

    @Test
    void aLossMustBeOneNumberAndItsTermsMustNotHaveNamesOfTheLoop() throws IOException {
        try (Run run = Run.open(ANY, folder)) {
            NDArray x = run.parameters().constant("x", 0, 3);
            assertThatThrownBy(() -> Loss.of(x))
                    .hasMessage("the loss has shape (3) and type float32; it must be one float32 or float64 number,"
                            + " such as a mean");
            assertThatThrownBy(() -> new Loss().add("lr", x.sum()))
                    .hasMessage("the metric 'lr' is recorded by the loop itself; choose another name");
        }
    }

    /** DJL's own random numbers follow seed and step. */
    @Test
    void djlsOwnRandomNumbersCanBeRepeated() throws IOException {
        List<Double> first = noise(1);
        assertThat(noise(1)).isEqualTo(first);
        assertThat(noise(2)).isNotEqualTo(first);
        assertThat(first.get(0)).isNotEqualTo(first.get(1));
    }

    private List<Double> noise(int seed) throws IOException {
        List<Double> noise = new ArrayList<>();
        try (Run run =
                Run.open(new MaeExperimentLoader().load("global: {seed: " + seed + ", device: cpu}"), newFolder())) {
            NDArray x = run.parameters().constant("x", 0);
            AdamW optimizer = optimizer(run);
            for (Step step : run.steps(loop(2))) {
                step.update(optimizer, () -> {
                    NDArray drawn = run.workspace().manager().randomNormal(x.getShape());
                    noise.add(Scalars.read(drawn));
                    return Loss.of(x.mul(drawn));
                });
            }
        }
        return noise;
    }

    @Test
    void determinismMeansOneThread() throws IOException {
        int before = JniUtils.getNumThreads();
        JniUtils.setNumThreads(2);
        try (Run run = Run.open(new MaeExperimentLoader().load("global: {device: cpu, deterministic: true}"), folder)) {
            assertThat(run.session().deterministic()).isTrue();
            assertThat(JniUtils.getNumThreads()).isEqualTo(1);
        } finally {
            JniUtils.setNumThreads(before);
        }
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
        assertThatThrownBy(() -> GradientCheck.run((config, run) -> {}, ANY, newFolder()))
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
        GradientCheck.run(
                (config, run) -> {
                    NDArray x = run.parameters().constant("x", 2, 50);
                    AdamW optimizer = optimizer(run);
                    for (Step step : run.steps(loop(2))) {
                        step.update(optimizer, () -> Loss.of(loss.apply(x).sum()));
                    }
                },
                ANY,
                newFolder());
    }
}
