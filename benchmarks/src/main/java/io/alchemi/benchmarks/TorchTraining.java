package io.alchemi.benchmarks;

import com.google.gson.Gson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A training in PyTorch: {@code benchmarks/torch_steps.py} in a separate process, starting with the parameters of a plain training. All of
 * its steps use the data of the first step, so that it need not generate data.
 */
final class TorchTraining implements Peer {
    private final String name;
    private final Process process;
    private final Writer requests;
    private final BufferedReader answers;

    private TorchTraining(String name, Process process) {
        this.name = name;
        this.process = process;
        this.requests = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * Starts with the state of a plain training.
     *
     * @param plain      the plain training, before its first step
     * @param wholeBatch true if the towers of the alignment process the whole batch at once
     * @return the training, or null if this machine has no python3 with PyTorch
     */
    static @Nullable TorchTraining start(PlainTraining plain, boolean wholeBatch) throws IOException {
        Process process = process();
        if (process == null) {
            return null;
        }
        Path file = Files.createTempFile("alchemi-benchmark", ".safetensors");
        Map<String, Object> settings = new LinkedHashMap<>(plain.settings());
        settings.put("whole_batch", wholeBatch);
        settings.put("threads", Integer.getInteger("ai.djl.pytorch.num_threads", 0));
        settings.put("file", file.toString());
        TorchTraining training = new TorchTraining(wholeBatch ? "PyTorch" : "PyTorch, one sample at a time", process);
        try {
            plain.write(file);
            return training.ask(new Gson().toJson(settings)).equals("missing") ? null : training;
        } finally {
            Files.delete(file);
        }
    }

    /** Starts Python. It inherits the environment that the launcher sets for our trainings. */
    private static @Nullable Process process() {
        Path script = Path.of(System.getProperty("alchemi.root", "."), "benchmarks/torch_steps.py");
        try {
            return new ProcessBuilder("python3", script.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            return null;
        }
    }

    private String ask(String line) {
        try {
            requests.write(line + "\n");
            requests.flush();
            String answer = answers.readLine();
            if (answer == null) {
                throw new IOException("benchmarks/torch_steps.py ended");
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public StepCost step() {
        String[] numbers = ask("step").split(" ");
        return new StepCost(
                Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]), Double.parseDouble(numbers[2]));
    }

    @Override
    public void close() {
        process.destroy();
    }
}
