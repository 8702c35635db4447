package io.alchemi.training.report;

import io.alchemi.training.folder.RunEnvironment;
import io.alchemi.training.folder.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a report shows of a run.
 *
 * @param id name of the run's folder
 * @param status the status, or null if it cannot be read
 * @param commandLines how the run was started, and resumed
 * @param configuration values with origins, by path
 * @param environment values by path
 * @param steps the metrics of the steps
 * @param evaluations the metrics of the evaluations
 * @param missing what cannot be shown, and why
 */
record ReportRun(
        String id,
        @Nullable RunStatus status,
        List<String> commandLines,
        Map<String, KeyValue> configuration,
        Map<String, KeyValue> environment,
        RunMetrics steps,
        RunMetrics evaluations,
        List<String> missing) {

    /** Points of all curves on a page, which keep it below 2 MB. */
    private static final int POINTS_OF_STEPS = 30_000;

    private static final int POINTS_OF_EVALUATIONS = 10_000;

    /** Reads a part of a run. */
    private interface Reader<T> {
        T read(Path file) throws IOException;
    }

    /**
     * Reads a run, as far as it can be read.
     *
     * @param folder the run's folder
     * @param runs how many runs share the page
     */
    static ReportRun read(Path folder, int runs) {
        List<String> missing = new ArrayList<>();
        Path evaluations = folder.resolve("evaluations.jsonl");
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return new ReportRun(
                name == null ? folder.toString() : name.toString(),
                part(folder, RunStatus.FILE, file -> RunStatus.read(folder), missing)
                        .orElse(null),
                part(folder, "inputs/command.txt", Files::readAllLines, missing).orElse(List.of()),
                part(folder, "config.yaml", ConfigurationKeys::read, missing).orElse(Map.of()),
                part(folder, RunEnvironment.FILE, EnvironmentKeys::read, missing)
                        .orElse(Map.of()),
                RunMetrics.read(folder.resolve("metrics.jsonl"), POINTS_OF_STEPS / runs, missing),
                Files.exists(evaluations)
                        ? RunMetrics.read(evaluations, POINTS_OF_EVALUATIONS / runs, missing)
                        : RunMetrics.none(),
                missing);
    }

    private static <T> Optional<T> part(Path folder, String name, Reader<T> reader, List<String> missing) {
        try {
            return Optional.of(reader.read(folder.resolve(name)));
        } catch (NoSuchFileException e) {
            missing.add(name + ", which does not exist");
        } catch (IOException e) {
            missing.add(name + ", which cannot be read");
        }
        return Optional.empty();
    }

    /** Returns the state as it is now, in lower case. */
    String state() {
        return status == null ? "unknown" : status.present().name().toLowerCase(Locale.ROOT);
    }
}
