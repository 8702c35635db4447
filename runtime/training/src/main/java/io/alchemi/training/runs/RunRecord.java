package io.alchemi.training.runs;

import com.google.gson.JsonObject;
import io.alchemi.training.checkpoint.Safetensors;
import io.alchemi.training.folder.RunEnvironment;
import io.alchemi.training.folder.RunFiles;
import io.alchemi.training.folder.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the folder of a run. Opening it reads only the status; other files are read on request. */
public final class RunRecord {
    private final Path folder;
    private final @Nullable RunStatus status;
    private final @Nullable String damage;

    private RunRecord(Path folder, @Nullable RunStatus status, @Nullable String damage) {
        this.folder = folder;
        this.status = status;
        this.damage = damage;
    }

    /** Opens a folder. A folder without a readable status is a damaged run. */
    public static RunRecord open(Path folder) {
        try {
            RunStatus status = RunStatus.read(folder);
            return new RunRecord(folder, status, hasConfiguration(folder) ? null : RunFiles.CONFIG + " is missing");
        } catch (NoSuchFileException e) {
            return new RunRecord(folder, null, RunFiles.STATUS + " is missing");
        } catch (IOException e) {
            String message = String.valueOf(e.getMessage())
                    .replace(folder.resolve(RunFiles.STATUS).toString(), RunFiles.STATUS);
            boolean isNamed = message.startsWith(RunFiles.STATUS);
            return new RunRecord(folder, null, isNamed ? message : RunFiles.STATUS + " cannot be read");
        }
    }

    /** Returns true if a folder is a run, complete or not: it has a status or a resolved configuration. */
    public static boolean isRun(Path folder) {
        return Files.exists(folder.resolve(RunFiles.STATUS)) || Files.exists(folder.resolve(RunFiles.CONFIG));
    }

    private static boolean hasConfiguration(Path folder) {
        return Files.isRegularFile(folder.resolve(RunFiles.CONFIG));
    }

    /** Returns true if the folder has a resolved configuration. */
    boolean hasConfiguration() {
        return hasConfiguration(folder);
    }

    /** Returns the folder. */
    public Path folder() {
        return folder;
    }

    /** Returns the name of the folder. */
    public String id() {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? folder.toString() : name.toString();
    }

    /** Returns the status, or null if it cannot be read. */
    public @Nullable RunStatus status() {
        return status;
    }

    /** Returns which file is missing or invalid, or null if the run is not damaged. */
    public @Nullable String damage() {
        return damage;
    }

    /** Returns true if the run is damaged, but has results that could be lost. */
    public boolean isDamagedWithResults() {
        return damage != null && Files.exists(folder.resolve(RunFiles.METRICS));
    }

    /** Returns the current state. */
    public ListedState state() {
        return status == null || damage != null ? ListedState.DAMAGED : ListedState.of(status);
    }

    /** Returns the command without {@code alchemi}; for a run without a status, the name of its parent folder. */
    public String command() {
        if (status != null) {
            return status.command();
        }
        Path parent = folder.toAbsolutePath().normalize().getParent();
        Path name = parent == null ? null : parent.getFileName();
        return name == null ? "" : name.toString();
    }

    /** Returns the user's name for the run, or an empty string. */
    public String name() {
        if (status == null) {
            RunName folderName = RunName.parse(id());
            return folderName == null ? "" : folderName.userName();
        }
        String name = status.name();
        return name == null ? "" : name;
    }

    /** Returns when the run was started; for a run without a status, the time in its folder name, or null. */
    public @Nullable Instant started() {
        if (status != null) {
            return Instant.parse(status.started());
        }
        RunName folderName = RunName.parse(id());
        return folderName == null
                ? null
                : folderName.started().atZone(ZoneId.systemDefault()).toInstant();
    }

    /**
     * Returns the command lines that started and resumed the run, quoted for a shell.
     *
     * @throws IOException if the file exists but cannot be read
     */
    public List<String> commandLines() throws IOException {
        Path file = folder.resolve(RunFiles.COMMAND);
        return Files.exists(file) ? Files.readAllLines(RunFiles.requireRegular(file)) : List.of();
    }

    /**
     * Returns the resolved configuration.
     *
     * @return the values by path, for example {@code train.optimizer.lr}, in the order of the file
     * @throws IOException if the file cannot be read or parsed
     */
    public Map<String, ResolvedValue> configuration() throws IOException {
        return ResolvedConfig.read(folder.resolve(RunFiles.CONFIG));
    }

    /**
     * Returns software and machine of the first start.
     *
     * @return the content of the file, or null if there is none
     * @throws IOException if the file cannot be read or parsed
     */
    public @Nullable JsonObject environment() throws IOException {
        return Files.exists(folder.resolve(RunFiles.ENVIRONMENT)) ? RunEnvironment.read(folder) : null;
    }

    /**
     * Returns the metrics of the steps; an empty table if there are none yet.
     *
     * @throws IOException if the file cannot be read or parsed
     */
    public MetricTable metrics() throws IOException {
        return table(RunFiles.METRICS);
    }

    /**
     * Returns the evaluations; an empty table if there are none.
     *
     * @throws IOException if the file cannot be read or parsed
     */
    public MetricTable evaluations() throws IOException {
        return table(RunFiles.EVALUATIONS);
    }

    private MetricTable table(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.exists(file) ? MetricTable.read(file) : MetricTable.empty();
    }

    /** Returns the last line of the metrics of the steps, or null if there is none. */
    public @Nullable MetricLine lastMetrics() throws IOException {
        return last(RunFiles.METRICS);
    }

    /** Returns the last evaluation, or null if there is none. */
    public @Nullable MetricLine lastEvaluation() throws IOException {
        return last(RunFiles.EVALUATIONS);
    }

    private @Nullable MetricLine last(String name) throws IOException {
        Path file = folder.resolve(name);
        List<String> lines = Files.exists(file) ? LastLines.of(file, 1).lines() : List.of();
        if (lines.isEmpty()) {
            return null;
        }
        MetricLine line = MetricLine.parse(lines.get(0));
        if (line == null) {
            throw new IOException(file + ": the last line is not a JSON object of numbers");
        }
        return line;
    }

    /**
     * Returns the names of the checkpoints without extension, sorted.
     *
     * @throws IOException if the folder exists but cannot be read
     */
    public List<String> checkpoints() throws IOException {
        Path checkpoints = folder.resolve(RunFiles.CHECKPOINTS);
        List<String> names = new ArrayList<>();
        for (Path file : RunFiles.list(checkpoints, "*" + Safetensors.EXTENSION)) {
            String name = String.valueOf(file.getFileName());
            names.add(name.substring(0, name.length() - Safetensors.EXTENSION.length()));
        }
        return names;
    }
}
