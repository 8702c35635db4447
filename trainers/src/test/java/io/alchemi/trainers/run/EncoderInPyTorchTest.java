package io.alchemi.trainers.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.alchemi.command.ExitCode;
import io.alchemi.trainers.run.CommandLine.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the script on the page for rebuilding a trained encoder in PyTorch. */
class EncoderInPyTorchTest {
    private static final Path ROOT = Path.of(System.getProperty("alchemi.root"));
    private static final Path MINERALS = ROOT.resolve("configs/spectra/minerals.csv");

    @ParameterizedTest
    @ValueSource(strings = {"null", "lab_to_sensor_at_1"})
    void theScriptOfThePageGivesTheEmbeddingsOfTheCommand(String bestBy, @TempDir Path runs) throws Exception {
        assumeTrue(
                run(runs, "-c", "import numpy, torch, safetensors").equals(0),
                "python3 with numpy, torch and safetensors is not installed");
        CommandLine train = new CommandLine(runs, "align", "train");
        Outcome trained = train.train(
                ROOT.resolve("configs/phase2/alignment.learns.yaml").toString(),
                "-m",
                "20",
                "--set",
                "data.lab_spectra=" + MINERALS,
                "--set",
                "trainer.eval_every=2",
                "--set",
                "trainer.best_by=" + bestBy,
                "--quiet");
        assertThat(trained.exit()).as(trained.err()).isEqualTo(ExitCode.FINE);
        Path run = train.folder();
        Outcome embedded = new CommandLine(runs, "align", "embed").train(run.toString(), MINERALS.toString());
        Path script = runs.resolve("rebuild.py");
        Files.writeString(script, script());

        assertThat(run(runs, script.toString(), run.toString(), MINERALS.toString()))
                .as(Files.readString(runs.resolve("err.txt")))
                .isZero();
        List<String> ours = embedded.out().lines().skip(1).toList();
        List<String> theirs = Files.readAllLines(runs.resolve("out.txt"));
        assertThat(theirs).hasSameSizeAs(ours).hasSize(64);
        for (int i = 0; i < theirs.size(); i++) {
            assertThat(name(theirs.get(i))).isEqualTo(name(ours.get(i)));
            assertThat(numbers(theirs.get(i))).containsExactly(numbers(ours.get(i)), within(1e-5));
        }
    }

    private static String script() throws IOException {
        Matcher block = Pattern.compile("```python\\n(import csv.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(ROOT.resolve("docs/alignment.md")));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    private static String name(String line) {
        return line.substring(0, line.indexOf(','));
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.substring(line.indexOf(',') + 1).split(","))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    /** Runs a Python program with its output in {@code out.txt} and {@code err.txt}. Returns its exit code, or -1 without Python. */
    private static Integer run(Path folder, String... arguments) throws InterruptedException {
        try {
            List<String> line = new ArrayList<>(List.of("python3"));
            line.addAll(List.of(arguments));
            return new ProcessBuilder(line)
                    .redirectOutput(folder.resolve("out.txt").toFile())
                    .redirectError(folder.resolve("err.txt").toFile())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return -1;
        }
    }
}
