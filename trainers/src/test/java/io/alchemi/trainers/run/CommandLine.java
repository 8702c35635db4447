package io.alchemi.trainers.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.alchemi.command.Alchemi;
import io.alchemi.command.Console;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs {@code alchemi}, with the runs of one command in a test folder. */
public final class CommandLine {
    private static final Path CONFIGS = Path.of(System.getProperty("alchemi.root"), "configs");
    public static final Path SMALL = CONFIGS.resolve("train.mae.small.yaml");

    private final Path runs;
    private final List<String> words;

    /** Creates a command line for pretraining the masked autoencoder. */
    public CommandLine(Path runs) {
        this(runs, "pretrain-mae");
    }

    public CommandLine(Path runs, String... words) {
        this.runs = runs;
        this.words = List.of(words);
    }

    /**
     * The result of a command.
     *
     * @param exit exit code
     * @param out standard output
     * @param err standard error
     */
    public record Outcome(int exit, String out, String err) {}

    public Outcome train(String... arguments) {
        return train(Map.of(), arguments);
    }

    public Outcome train(Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(stream(out), stream(err), false, environment);
        System.setProperty("alchemi.runs", runs.toString());
        try {
            List<String> line =
                    Stream.concat(words.stream(), Arrays.stream(arguments)).toList();
            return new Outcome(Alchemi.run(line, console), text(out), text(err));
        } finally {
            System.clearProperty("alchemi.runs");
        }
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Returns the start of a command line that runs {@code alchemi} in a separate process. */
    public static List<String> ofProcess(Path runs) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", // These processes are short-lived.
                "-Dalchemi.runs=" + runs,
                "-Dai.djl.pytorch.num_threads=1",
                "-cp",
                System.getProperty("java.class.path") + File.pathSeparator + System.getProperty("jdk.module.path", ""),
                Alchemi.class.getName());
    }

    /** Returns the folders of all runs so far. */
    List<Path> folders() throws IOException {
        Path parent = runs.resolve(String.join("-", words));
        if (!Files.exists(parent)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.sorted().toList();
        }
    }

    /** Returns the folder of the only run so far. */
    Path folder() throws IOException {
        assertThat(folders()).hasSize(1);
        return folders().get(0);
    }

    static List<JsonObject> metrics(Path folder) throws IOException {
        return lines(folder.resolve("metrics.jsonl"));
    }

    static List<JsonObject> evaluations(Path folder) throws IOException {
        return lines(folder.resolve("evaluations.jsonl"));
    }

    private static List<JsonObject> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();
    }
}
