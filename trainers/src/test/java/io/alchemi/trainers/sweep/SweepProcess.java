package io.alchemi.trainers.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.alchemi.trainers.run.CommandLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs {@code alchemi sweep} in processes, with runs in a test folder. */
final class SweepProcess {
    private final Path folder;
    private final Map<String, String> environment;

    SweepProcess(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /**
     * The result of a process.
     *
     * @param exit exit code
     * @param out standard output
     * @param err standard error
     */
    record Outcome(int exit, String out, String err) {
        String text() {
            return out + err;
        }
    }

    /** Runs a subcommand of {@code alchemi sweep}, and waits for its end. */
    Outcome run(String... arguments) throws IOException, InterruptedException {
        return end(start(arguments));
    }

    /** Starts a subcommand of {@code alchemi sweep}. */
    Process start(String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of("sweep"));
        words.addAll(List.of(arguments));
        return start(words);
    }

    private Process start(List<String> words) throws IOException {
        List<String> command = new ArrayList<>(CommandLine.ofProcess(folder.resolve("runs")));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(Files.createTempFile(folder, "out", ".txt").toFile())
                .redirectError(Files.createTempFile(folder, "err", ".txt").toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        outputs.put(process, builder);
        return process;
    }

    private final Map<Process, ProcessBuilder> outputs = new HashMap<>();

    /** Waits for the end of a process. */
    Outcome end(Process process) throws IOException, InterruptedException {
        int exit = process.waitFor();
        return new Outcome(
                exit,
                printed(process),
                Files.readString(file(outputs.get(process).redirectError())));
    }

    /** Returns the output of a process so far. */
    String printed(Process process) throws IOException {
        return Files.readString(file(outputs.get(process).redirectOutput()));
    }

    private static Path file(ProcessBuilder.Redirect redirect) {
        return redirect.file().toPath();
    }

    /** Returns the folder of the only sweep. */
    Path folder() throws IOException {
        try (Stream<Path> sweeps = Files.list(folder.resolve("runs/sweeps"))) {
            return sweeps.findFirst().orElseThrow();
        }
    }

    /** Returns the run folder of a trial, or one that does not exist. */
    Path trial(int index) throws IOException {
        Path trials = folder().resolve("trials");
        if (Files.isDirectory(trials)) {
            try (Stream<Path> runs = Files.list(trials)) {
                return runs.filter(run -> run.getFileName().toString().startsWith(String.format("%05d-", index)))
                        .findFirst()
                        .orElse(trials.resolve("none"));
            }
        }
        return trials.resolve("none");
    }

    /** Returns the states of all trials. */
    List<String> states() throws IOException, InterruptedException {
        List<String> states = new ArrayList<>();
        for (JsonElement trial : JsonParser.parseString(
                        run("show", folder().toString(), "--json").out())
                .getAsJsonArray()) {
            states.add(trial.getAsJsonObject().get("state").getAsString());
        }
        return states;
    }

    /** Requires that a trial has the same parameters as an equal training that is started by hand. */
    void assertEqualsRunByHand(int trial, String... options) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("pretrain-mae", CommandLine.SMALL.toString(), "--threads", "1"));
        words.addAll(List.of(options));
        Outcome byHand = end(start(words));
        assertThat(byHand.exit()).as(byHand.text()).isZero();
        String run = byHand.out().strip().replaceAll("(?s).*\nrun ", "");
        assertThat(trial(trial).resolve("checkpoints/final.safetensors"))
                .hasSameBinaryContentAs(Path.of(run).resolve("checkpoints/final.safetensors"));
    }
}
