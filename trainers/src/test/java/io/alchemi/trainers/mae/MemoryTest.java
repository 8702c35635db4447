package io.alchemi.trainers.mae;

import io.alchemi.trainers.vectors.MemoryGrowth;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {
    @Test
    void neitherArraysNorMemoryGrowWithTheSteps(@TempDir Path folder) throws IOException {
        MemoryGrowth.isAtMost(
                20_000,
                new MaePretrainerMain(),
                new MaePretrainer(),
                steps -> MaePretrainingTest.load("train.depth=1", "train.max_steps=" + steps),
                folder);
    }
}
