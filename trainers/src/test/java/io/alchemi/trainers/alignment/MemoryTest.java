package io.alchemi.trainers.alignment;

import io.alchemi.config.Loaded;
import io.alchemi.trainers.vectors.MemoryGrowth;
import io.alchemi.training.run.TrainerChecks;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Memory does not grow from step to step, and nothing that the backward pass reads is freed before it. */
class MemoryTest {
    @TempDir
    private Path folder;

    @Test
    void neitherArraysNorMemoryGrowWithTheSteps() throws IOException {
        MemoryGrowth.isAtMost(16 * 1024, new AlignmentTrainerMain(), new AlignmentTrainer(), MemoryTest::load, folder);
    }

    private static Loaded<AlignmentExperiment> load(int steps) {
        return Runs.load(
                "global.dtype=float32",
                "model.norm=post",
                "optimizer={lr: 1e-4}",
                "trainer.save_every=0",
                "trainer.eval_every=100",
                "trainer.max_steps=" + steps);
    }

    @ParameterizedTest
    @ValueSource(strings = {"float32", "float64"})
    void collectingAndReusingMemoryBeforeBackwardChangesNoBit(String type) throws IOException {
        TrainerChecks.gradients(
                new AlignmentTrainerMain(), Runs.load("global.dtype=" + type, "trainer.max_steps=3"), folder);
    }
}
