package org.example.digits;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import io.alchemi.config.Loaded;
import io.alchemi.config.layer.Source;
import io.alchemi.training.run.Run;
import io.alchemi.training.run.TrainerChecks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigitsTrainerTest {
    @TempDir
    private Path folder;

    private static Loaded<DigitsConfig> load(String... settings) {
        return new DigitsConfigLoader().load(Source.file(Path.of("digits.yaml")), Source.set(List.of(settings)));
    }

    @Test
    void gradientsDoNotDependOnTheGarbageCollector() throws IOException {
        TrainerChecks.gradients(new DigitsTrainerMain(), load("loop.max_steps=3"), folder);
    }

    @Test
    void killedRunsCanBeResumed() throws IOException, InterruptedException {
        List<String> options = List.of("--set", "loop={max_steps: 2000, eval_every: 20, save_every: 20, patience: 100}");
        TrainerChecks.resumes(new DigitsTrainerMain(), Path.of("digits.yaml"), options, folder, 3, 0);
    }

    @Test
    void recognizesMostDigitsAfter200Steps() throws IOException {
        Loaded<DigitsConfig> loaded = load("loop.max_steps=200");
        try (Run run = Run.open(new DigitsTrainerMain(), loaded, folder)) {
            new DigitsTrainer().train(loaded.value(), run);
        }
        List<String> evaluations = Files.readAllLines(folder.resolve("evaluations.jsonl"));
        double accuracy = JsonParser.parseString(evaluations.get(evaluations.size() - 1))
                .getAsJsonObject()
                .get("accuracy")
                .getAsDouble();
        assertTrue(accuracy > 0.9, () -> "accuracy " + accuracy);
        assertTrue(Files.exists(folder.resolve("checkpoints/best.safetensors")));
    }
}
