package io.alchemi.training.sweep;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.alchemi.command.arguments.Arguments;
import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.layer.FileText;
import io.alchemi.config.schema.MetricGoal;
import io.alchemi.config.schema.MetricStage;
import io.alchemi.config.text.Limits;
import io.alchemi.training.checkpoint.AtomicFile;
import io.alchemi.training.folder.RunFiles;
import io.alchemi.training.runs.RunFinder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a sweep, {@code runs/sweeps/<name>}: {@code sweep.json} with the common settings of all trials, {@code trials.jsonl} with
 * one line per trial, {@code base} with the frozen configuration and its inputs, {@code trials} with the run folders, and {@code logs}
 * with the output of the processes.
 */
final class SweepFolder {
    private static final Gson JSON =
            new GsonBuilder().serializeNulls().disableHtmlEscaping().create();
    private static final String TRIALS = "trials.jsonl";
    private static final String HOW_TO_GO_ON = "; restore it, or start another sweep with --name";

    private final Path folder;

    SweepFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * The common settings of all trials of a sweep.
     *
     * @param command the command
     * @param threads threads per trial
     * @param objective criterion for comparing trials, or null
     * @param keys the keys that vary, in the order of the sweep file
     * @param jobs the Slurm jobs that were submitted, oldest first
     * @param file the sweep file from which the trials were planned, see {@link SweepFolder#relative}, or null for the standard input
     */
    record Head(
            String command,
            int threads,
            @Nullable Objective objective,
            List<String> keys,
            List<String> jobs,
            @Nullable String file) {
        Head withJob(String job) {
            List<String> more = new ArrayList<>(jobs);
            more.add(job);
            return new Head(command, threads, objective, keys, more, file);
        }
    }

    /** Returns the folder of all sweeps. */
    static Path root() {
        return RunFinder.root().resolve("sweeps");
    }

    /**
     * Returns the sweep with a name given by a user. Warns if it is named by a file with other content than that from which its trials were planned.
     *
     * @param sweep its folder, its name, its sweep file, or {@code last} for the newest
     * @param err where warnings are printed
     * @throws ConfigException if there is no such sweep
     * @throws IOException if the folder of all sweeps cannot be read
     */
    static SweepFolder find(String sweep, PrintStream err) throws IOException {
        Path stated = Path.of(sweep);
        for (Path folder : List.of(stated, root().resolve(sweep), root().resolve(nameOf(stated)))) {
            if (!sweep.isEmpty() && Files.exists(folder.resolve(RunFiles.SWEEP))) {
                SweepFolder found = new SweepFolder(folder);
                found.compare(stated, err);
                return found;
            }
        }
        List<Path> all = all();
        if (sweep.equals(RunFinder.LAST) && !all.isEmpty()) {
            return new SweepFolder(newest(all));
        }
        String label = all.isEmpty()
                ? "there are no sweeps; start one with 'alchemi sweep run FILE'"
                : "name one of these sweeps";
        List<String> known =
                all.stream().map(folder -> String.valueOf(folder.getFileName())).toList();
        throw new ConfigException(List.of(new Diagnostic(
                DiagnosticId.NO_SUCH_FILE,
                Arguments.place("", sweep),
                "no sweep '" + sweep + "' in " + root(),
                label,
                known)));
    }

    /** Warns if a file is not the one from which the trials were planned, so that this sweep may have other trials. */
    private void compare(Path stated, PrintStream err) {
        if (Files.isRegularFile(stated) && Files.exists(file()) && !text(stated).equals(text(file()))) {
            err.println("warning: " + stated + " differs from " + file() + ", from which the trials were planned");
        }
    }

    /** Returns the text of a file without a byte order mark, which the copy does not have. */
    private static String text(Path file) {
        return FileText.of(file, Limits.DEFAULT).document().text();
    }

    private static List<Path> all() throws IOException {
        return RunFiles.list(root(), "*").stream()
                .filter(folder -> Files.exists(folder.resolve(RunFiles.SWEEP)))
                .toList();
    }

    /** Returns the names of all sweeps and {@code last}, for shell completion; empty if there are no sweeps. */
    static List<String> names() {
        List<String> names = new ArrayList<>();
        try {
            all().forEach(folder -> names.add(String.valueOf(folder.getFileName())));
        } catch (IOException e) {
            return List.of(); // Shell completion reports no problems.
        }
        if (!names.isEmpty()) {
            names.add(RunFinder.LAST);
        }
        return names;
    }

    private static Path newest(List<Path> all) throws IOException {
        Path newest = all.get(0);
        FileTime time = Files.getLastModifiedTime(newest.resolve(RunFiles.SWEEP));
        for (Path folder : all) {
            FileTime other = Files.getLastModifiedTime(folder.resolve(RunFiles.SWEEP));
            newest = other.compareTo(time) > 0 ? folder : newest;
            time = other.compareTo(time) > 0 ? other : time;
        }
        return newest;
    }

    /** Returns the default name of a sweep: the name of its file without the extension. */
    static String nameOf(Path file) {
        String name = String.valueOf(file.getFileName());
        for (String extension : List.of(".yaml", ".yml", ".sweep")) {
            name = name.endsWith(extension) ? name.substring(0, name.length() - extension.length()) : name;
        }
        return name;
    }

    /** Returns the folder. */
    Path path() {
        return folder;
    }

    /** Returns the path from this folder to a file, which stays valid if the project with both is copied. */
    String relative(Path file) {
        Path to = file.toAbsolutePath().normalize();
        Path from = folder.toAbsolutePath().normalize();
        return Objects.equals(from.getRoot(), to.getRoot())
                ? from.relativize(to).toString()
                : to.toString();
    }

    /** Returns the file of a path from this folder. */
    Path resolved(String relative) {
        return folder.toAbsolutePath().normalize().resolve(relative).normalize();
    }

    /** Returns the name of the sweep. */
    String name() {
        return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    }

    /** Returns true if the sweep was already planned. */
    boolean exists() {
        return Files.exists(folder.resolve(RunFiles.SWEEP));
    }

    /** Returns the copy of the sweep file of the last {@code sweep run}. */
    Path file() {
        return folder.resolve("sweep.yaml");
    }

    /** Returns the folder of the frozen configuration. */
    Path base() {
        return folder.resolve(RunFiles.SWEEP_BASE);
    }

    /** Returns the run folder of a trial. */
    Path run(Trial trial) {
        return folder.resolve(RunFiles.SWEEP_TRIALS).resolve(trial.folder());
    }

    /** Returns the arguments of {@code alchemi} that run a trial, valid in any working directory. */
    List<String> command(Trial trial) {
        String absolute = folder.toAbsolutePath().normalize().toString();
        return List.of("sweep", "trial", absolute, "--index", Integer.toString(trial.index()));
    }

    /** Returns the file with the output of a trial's processes. */
    Path log(Trial trial) {
        return logs().resolve(trial.folder() + ".txt");
    }

    /** Returns the folder of the output files. */
    Path logs() {
        return folder.resolve("logs");
    }

    /** Returns the file that says why a trial without a run folder failed. */
    Path failure(Trial trial) {
        return logs().resolve(trial.folder() + ".failed");
    }

    /** Writes the common settings. */
    void write(Head head) throws IOException {
        JsonObject json = new JsonObject();
        json.addProperty("command", head.command());
        json.addProperty("threads", head.threads());
        Objective objective = head.objective();
        if (objective != null) {
            JsonObject compared = new JsonObject();
            compared.addProperty("metric", objective.metric());
            compared.addProperty("stage", objective.stage().name());
            compared.addProperty("goal", objective.goal().name());
            json.add("objective", compared);
        }
        json.add("keys", JSON.toJsonTree(head.keys()));
        json.add("slurm_jobs", JSON.toJsonTree(head.jobs()));
        json.addProperty("file", head.file());
        AtomicFile.replace(folder.resolve(RunFiles.SWEEP), JSON.toJson(json) + "\n");
    }

    /**
     * Reads the common settings.
     *
     * @throws IOException if the file cannot be read
     */
    Head head() throws IOException {
        Path file = folder.resolve(RunFiles.SWEEP);
        try {
            JsonObject json = JsonParser.parseString(Files.readString(RunFiles.requireRegular(file)))
                    .getAsJsonObject();
            JsonObject compared = json.getAsJsonObject("objective");
            JsonElement planned = json.get("file");
            return new Head(
                    json.get("command").getAsString(),
                    json.get("threads").getAsInt(),
                    compared == null
                            ? null
                            : new Objective(
                                    compared.get("metric").getAsString(),
                                    MetricStage.valueOf(compared.get("stage").getAsString()),
                                    MetricGoal.valueOf(compared.get("goal").getAsString())),
                    strings(json.getAsJsonArray("keys")),
                    strings(json.getAsJsonArray("slurm_jobs")),
                    planned == null || planned.isJsonNull() ? null : planned.getAsString());
        } catch (JsonParseException
                | IllegalStateException
                | IllegalArgumentException
                | UnsupportedOperationException
                | NullPointerException e) {
            throw new IOException(file + " is not the description of a sweep" + HOW_TO_GO_ON, e);
        }
    }

    private static List<String> strings(JsonArray array) {
        List<String> strings = new ArrayList<>();
        array.forEach(item -> strings.add(item.getAsString()));
        return strings;
    }

    /** Writes the trials. */
    void write(List<Trial> trials) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Trial trial : trials) {
            JsonObject json = new JsonObject();
            json.addProperty("index", trial.index());
            json.addProperty("id", trial.id());
            json.add("values", JSON.toJsonTree(trial.values()));
            json.addProperty("planned", trial.planned());
            lines.append(JSON.toJson(json)).append('\n');
        }
        AtomicFile.replace(folder.resolve(TRIALS), lines.toString());
    }

    /**
     * Reads the trials, in the order of their indexes.
     *
     * @throws IOException if the file cannot be read
     */
    List<Trial> trials() throws IOException {
        return trials(0, Integer.MAX_VALUE);
    }

    /**
     * Reads one trial.
     *
     * @throws ConfigException if there is no trial with this index
     * @throws IOException if the file cannot be read
     */
    Trial trial(int index) throws IOException {
        List<Trial> found = trials(index, index + 1);
        if (found.isEmpty()) {
            throw new ConfigException(List.of(Arguments.usage(
                    "--index",
                    Integer.toString(index),
                    "the sweep has no trial " + index,
                    "its last one is " + (trials().size() - 1))));
        }
        return found.get(0);
    }

    private List<Trial> trials(int from, int to) throws IOException {
        Path file = folder.resolve(TRIALS);
        List<Trial> trials = new ArrayList<>();
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(RunFiles.requireRegular(file))) {
            for (String line = lines.readLine(); line != null && number < to; line = lines.readLine()) {
                if (number++ >= from) {
                    trials.add(parse(line));
                }
            }
        } catch (NoSuchFileException e) {
            if (exists()) { // Otherwise the trials would get other indexes and run again.
                throw new IOException(file + " is missing" + HOW_TO_GO_ON, e);
            }
        } catch (JsonParseException
                | IllegalStateException
                | NumberFormatException
                | UnsupportedOperationException
                | NullPointerException e) {
            throw new IOException(file + ":" + number + ": is not a trial" + HOW_TO_GO_ON, e);
        }
        return trials;
    }

    private static Trial parse(String line) {
        JsonObject json = JsonParser.parseString(line).getAsJsonObject();
        Map<String, String> values = new LinkedHashMap<>();
        json.getAsJsonObject("values").asMap().forEach((key, value) -> values.put(key, value.getAsString()));
        return new Trial(
                json.get("index").getAsInt(),
                json.get("id").getAsString(),
                values,
                json.get("planned").getAsBoolean());
    }
}
