package io.alchemi.trainers.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.alchemi.trainers.mae.MaeExperimentLoader;
import io.alchemi.trainers.mae.MaePretrainerMain;
import io.alchemi.trainers.vectors.TrainedRun;
import io.alchemi.training.array.Scalars;
import io.alchemi.training.optimizer.AdamW;
import io.alchemi.training.run.Evaluation;
import io.alchemi.training.run.Loss;
import io.alchemi.training.run.Run;
import io.alchemi.training.run.Step;
import io.alchemi.training.run.TrainingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the loop of a trainer: counting, writing, restoring and ending. */
class RunTest {
    @TempDir
    private Path folder;

    private int folders;

    private Path newFolder() throws IOException {
        return Files.createDirectory(folder.resolve("run" + folders++));
    }

    @Test
    void aLoopCountsLogsAndSaves() throws IOException {
        try (OneNumber model = OneNumber.of(Run.open(OneNumber.COMMAND, OneNumber.ANY, folder))) {
            List<Long> numbers = new ArrayList<>();
            for (Step step : model.run.steps(OneNumber.loop(5))) {
                numbers.add(step.number());
                model.update(step);
                step.metric("x", Scalars.read(model.x));
            }
            assertThat(numbers).containsExactly(1L, 2L, 3L, 4L, 5L);
        }
        assertThat(Files.readAllLines(folder.resolve("metrics.jsonl")))
                .hasSize(5)
                .first()
                .asString()
                .matches("\\{\"step\":1,\"time\":\"[^\"]+\",.*")
                .contains(",\"loss\":9.0,\"grad_norm\":6.0,\"lr\":0.1,\"x\":0.0");
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
        try (OneNumber model = OneNumber.of(Run.open(OneNumber.COMMAND, OneNumber.ANY, folder))) {
            for (Step step : model.run.steps(OneNumber.loop(1))) {
                model.update(step);
                step.metric("ratio", Double.NaN);
                step.evaluation(() -> new Evaluation().metric("other", Double.POSITIVE_INFINITY));
            }
        }
        assertThat(folder.resolve("metrics.jsonl"))
                .content()
                .contains("\"ratio\":null")
                .doesNotContain("NaN");
        assertThat(folder.resolve("evaluations.jsonl")).content().matches("\\{\"step\":1,.*,\"other\":null}\n");
    }

    @Test
    void aStoppedTrainingFirstSavesItsStep() throws IOException {
        long[] asked = {0};
        try (OneNumber model =
                OneNumber.of(Run.open(OneNumber.COMMAND, OneNumber.ANY, folder, () -> ++asked[0] == 2))) {
            assertThatThrownBy(() -> {
                        for (Step step : model.run.steps(OneNumber.loop(5))) {
                            model.update(step);
                        }
                    })
                    .isInstanceOf(TrainingException.class)
                    .hasMessage("interrupted after step 2 by a test");
        }
        assertThat(folder.resolve("checkpoints/step-000002.safetensors")).exists();
        assertThat(folder.resolve("checkpoints/final.safetensors")).doesNotExist();
        assertThat(Files.readAllLines(folder.resolve("metrics.jsonl"))).hasSize(2);
    }

    @Test
    void theBestIsKeptAndTheLoopEndsEarly() throws IOException {
        assertThat(trainWithAccuracies(Run.open(OneNumber.COMMAND, OneNumber.ANY, folder)))
                .isEqualTo(4);
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

    /** The best evaluation and the used patience are part of the state of a run. */
    @Test
    void aResumedRunEndsEarlyAtTheSameStep() throws IOException {
        Path whole = newFolder();
        assertThat(trainWithAccuracies(Run.open(OneNumber.COMMAND, OneNumber.ANY, whole)))
                .isEqualTo(4);
        Path copy = folder.resolve("copy");
        TrainedRun.killedAfter(whole, 3, copy);
        assertThat(trainWithAccuracies(Run.resume(OneNumber.COMMAND, OneNumber.ANY, copy)))
                .isEqualTo(4);
        assertThat(copy.resolve("checkpoints/final.safetensors"))
                .hasSameBinaryContentAs(whole.resolve("checkpoints/final.safetensors"));
    }

    private static long trainWithAccuracies(Run opened) throws IOException {
        double[] accuracy = {0.1, 0.5, 0.4, 0.5, 0.9};
        long last = 0;
        try (OneNumber model = OneNumber.of(opened)) {
            for (Step step : model.run.steps(OneNumber.loop(5, "accuracy", 2))) {
                last = step.number();
                double found = accuracy[(int) last - 1];
                model.update(step);
                step.evaluation(() -> new Evaluation().metric("accuracy", found));
            }
        }
        return last;
    }

    @Test
    void evaluationsHoldNoArrays() throws IOException {
        try (OneNumber model = OneNumber.of(Run.open(OneNumber.COMMAND, OneNumber.ANY, folder))) {
            int held = 0;
            for (Step step : model.run.steps(OneNumber.loop(10))) {
                model.update(step);
                step.evaluation(() -> new Evaluation()
                        .metric("distance", Scalars.read(model.x.sub(1).square())));
                int now = model.run.workspace().manager().getManagedArrays().size();
                assertThat(step.number() == 1 ? now : held).isEqualTo(now);
                held = now;
            }
        }
    }

    @Test
    void aLoopLeftEarlyIsWrittenUpToItsLastUpdate() throws IOException {
        try (OneNumber model = OneNumber.of(Run.open(OneNumber.COMMAND, OneNumber.ANY, folder))) {
            for (Step step : model.run.steps(OneNumber.loop(9))) {
                if (step.number() == 4) {
                    break; // no more data
                }
                model.update(step);
            }
            assertThat(model.run.finish()).first().asString().startsWith("after 3 steps: loss ");
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
        try (OneNumber model = OneNumber.of(Run.open(OneNumber.COMMAND, OneNumber.ANY, folder))) {
            for (Step step : model.run.steps(OneNumber.loop(2))) {
                model.update(step);
                step.metric("ratio", step.number() == 1 ? Double.NaN : 0.5);
                if (step.number() == 1) {
                    step.metric("x", 10);
                }
            }
        }
        assertThat(folder.resolve("log.txt")).content().contains("x 10  ratio 0.5000");
    }

    /** DJL's own random numbers depend on seed and step. */
    @Test
    void randomNumbersOfDjlAreRepeatable() throws IOException {
        List<Double> first = noise(1);
        assertThat(noise(1)).isEqualTo(first);
        assertThat(noise(2)).isNotEqualTo(first);
        assertThat(first.get(0)).isNotEqualTo(first.get(1));
    }

    private List<Double> noise(int seed) throws IOException {
        List<Double> noise = new ArrayList<>();
        try (Run run = Run.open(
                new MaePretrainerMain(),
                new MaeExperimentLoader().load("global: {seed: " + seed + ", device: cpu}"),
                newFolder())) {
            NDArray x = run.parameters().constant("x", 0);
            AdamW optimizer = OneNumber.optimizer(run);
            for (Step step : run.steps(OneNumber.loop(2))) {
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
        try (Run run = Run.open(
                new MaePretrainerMain(),
                new MaeExperimentLoader().load("global: {device: cpu, deterministic: true}"),
                folder)) {
            assertThat(run.session().deterministic()).isTrue();
            assertThat(JniUtils.getNumThreads()).isEqualTo(1);
        } finally {
            JniUtils.setNumThreads(before);
        }
    }
}
