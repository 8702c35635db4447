package io.alchemi.training.run;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.alchemi.config.schema.RuntimeKey;
import io.alchemi.training.checkpoint.AtomicFile;
import io.alchemi.training.checkpoint.Safetensors;
import io.alchemi.training.folder.RunFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Kills a training process several times, resumes it each time, and compares the result with a run that was never killed. */
final class ResumeCheck {
    private static final int LONGEST_DELAY_MILLIS = 200;
    private static final int LONGEST_MINUTES = 10;

    /** Exit code in Java of a process that SIGKILL ended. */
    private static final int KILLED = 128 + 9;

    private final Class<?> main;
    private final Path configuration;
    private final List<String> options;
    private final Path folder;
    private final SplittableRandom random = new SplittableRandom(1);
    private int kills;
    private int killsInWrites;

    ResumeCheck(Class<?> main, Path configuration, List<String> options, Path folder) {
        this.main = main;
        this.configuration = configuration;
        this.options = options;
        this.folder = folder;
    }

    TrainerChecks.Resumed run(int wanted, int wantedInWrites) throws IOException, InterruptedException {
        Path whole = folder.resolve("whole");
        requireEnd(start(whole, configuration.toString()), whole);
        Path broken = folder.resolve("broken");
        Process process = start(broken, configuration.toString());
        while (kills < wanted || killsInWrites < wantedInWrites) {
            kill(process, broken, killsInWrites < wantedInWrites);
            process = start(broken, "--resume", String.valueOf(runOf(broken)));
        }
        requireEnd(process, broken);
        return compare(Objects.requireNonNull(runOf(whole)), Objects.requireNonNull(runOf(broken)));
    }

    private Process start(Path runs, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", // Each process trains for seconds.
                "-Dalchemi.runs=" + runs,
                "-cp",
                System.getProperty("java.class.path") + File.pathSeparator + System.getProperty("jdk.module.path", ""),
                main.getName()));
        command.addAll(Arrays.asList(arguments));
        command.addAll(options);
        Files.createDirectories(runs);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output(runs).toFile()))
                .start();
    }

    private static Path output(Path runs) {
        return runs.resolve("output.txt");
    }

    /** Kills a process after, or while, it saves something new. */
    private void kill(Process process, Path runs, boolean inWrite) throws IOException, InterruptedException {
        Set<Path> before = checkpoints(runs);
        while (!(inWrite ? isWriting(runs) : hasNew(before, checkpoints(runs)))) {
            if (!process.isAlive()) {
                throw new AssertionError("the run ended with code " + process.exitValue() + " after " + kills
                        + " kills, of which " + killsInWrites + " in a write; it needs more steps, or failed:\n"
                        + Files.readString(output(runs)));
            }
            Thread.sleep(inWrite ? 0 : 1);
        }
        if (!inWrite) {
            Thread.sleep(random.nextInt(LONGEST_DELAY_MILLIS));
        }
        process.destroyForcibly().waitFor();
        if (process.exitValue() == KILLED) {
            kills++;
            killsInWrites += isWriting(runs) ? 1 : 0;
        }
    }

    private static boolean hasNew(Set<Path> before, Set<Path> now) {
        return !before.containsAll(now);
    }

    /** Returns the checkpoints with optimizer state. */
    private static Set<Path> checkpoints(Path runs) throws IOException {
        return files(runs, name -> name.startsWith("step-") && name.endsWith(Safetensors.EXTENSION));
    }

    private static boolean isWriting(Path runs) throws IOException {
        return !files(runs, name -> name.endsWith(Safetensors.EXTENSION + AtomicFile.TEMPORARY))
                .isEmpty();
    }

    private static Set<Path> files(Path runs, Predicate<String> wanted) throws IOException {
        Path run = runOf(runs);
        Path folder = run == null ? runs : run.resolve(RunFiles.CHECKPOINTS);
        if (run == null || !Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> wanted.test(String.valueOf(file.getFileName())))
                    .collect(Collectors.toSet());
        }
    }

    /** Returns the folder of the only run, or null if there is none yet. */
    private static @Nullable Path runOf(Path runs) throws IOException {
        try (Stream<Path> files = Files.walk(runs, 2)) {
            return files.filter(file -> Files.exists(file.resolve(RunFiles.CONFIG)))
                    .findFirst()
                    .orElse(null);
        }
    }

    private static void requireEnd(Process process, Path runs) throws IOException, InterruptedException {
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("the run did not end within " + LONGEST_MINUTES + " minutes");
        }
        if (process.exitValue() != 0) {
            throw new AssertionError(
                    "the run ended with code " + process.exitValue() + ":\n" + Files.readString(output(runs)));
        }
    }

    private TrainerChecks.Resumed compare(Path whole, Path broken) throws IOException {
        int lines = 0;
        for (String name : List.of(RunFiles.METRICS, RunFiles.EVALUATIONS)) {
            List<JsonObject> expected = lines(whole.resolve(name));
            List<JsonObject> found = lines(broken.resolve(name));
            for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
                requireEqual(name + ":" + (i + 1), expected.get(i), found.get(i));
            }
            requireEqual("the number of lines of " + name, expected.size(), found.size());
            lines += expected.size();
        }
        requireEqual(
                "the first byte that differs in " + RunFiles.FINAL,
                -1L,
                Files.mismatch(whole.resolve(RunFiles.FINAL), broken.resolve(RunFiles.FINAL)));
        return new TrainerChecks.Resumed(kills, killsInWrites, lines, Files.size(whole.resolve(RunFiles.FINAL)));
    }

    private static void requireEqual(String what, Object whole, Object broken) {
        if (!whole.equals(broken)) {
            throw new AssertionError(
                    what + " is " + broken + " in the run that was killed and resumed, but " + whole
                            + " in the run that was not; data, masks and other random numbers must depend on seed and step only");
        }
    }

    private static List<JsonObject> lines(Path file) throws IOException {
        List<JsonObject> lines = new ArrayList<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                JsonObject json = JsonParser.parseString(line).getAsJsonObject();
                RuntimeKey.measured().forEach(json::remove);
                lines.add(json);
            }
        }
        return lines;
    }
}
