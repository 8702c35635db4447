package io.alchemi.training.folder;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.alchemi.command.Alchemi;
import io.alchemi.config.text.Mask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The file {@code environment.json} of a run: software, machine, repository, and environment variables that influence results. */
public final class RunEnvironment {
    private static final Gson JSON = new GsonBuilder()
            .serializeNulls()
            .disableHtmlEscaping()
            .setPrettyPrinting()
            .create();

    /** Facts that may influence the last bits of results. */
    private static final List<String> DECIDE_BITS =
            List.of("alchemi", "djl", "engine", "device", "dtype", "threads", "cpu", "os", "variables");

    private static final String GIT = "git";

    private static final String NOT_SET = "not set";

    private static final List<String> VARIABLES = List.of(
            "ALCHEMI_",
            "SLURM_",
            "OMP_",
            "GOMP_",
            "KMP_",
            "MKL_",
            "OPENBLAS_",
            "ATEN_",
            "CUDA_VISIBLE_DEVICES",
            "CUBLAS_WORKSPACE_CONFIG",
            "JDK_JAVA_OPTIONS",
            "JAVA_TOOL_OPTIONS");

    private RunEnvironment() {}

    /**
     * Returns the facts of this process and machine.
     *
     * @param engine facts of the tensor engine: version, device, data type and threads
     * @return the content of the file, without the repository
     */
    public static JsonObject describe(JsonObject engine) {
        JsonObject facts = new JsonObject();
        facts.addProperty("alchemi", Alchemi.version());
        engine.asMap().forEach(facts::add);
        facts.addProperty(
                "java", System.getProperty("java.runtime.version") + " (" + System.getProperty("java.vendor") + ")");
        facts.addProperty(
                "os",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"));
        facts.addProperty("host", Machine.host());
        JsonObject cpu = new JsonObject();
        cpu.addProperty("model", Machine.cpu());
        cpu.addProperty("cores", Runtime.getRuntime().availableProcessors());
        cpu.addProperty("capability", Machine.capability());
        facts.add("cpu", cpu);
        facts.addProperty("memory_gb", Machine.memoryGb());
        facts.add("variables", variables(System.getenv()));
        return facts;
    }

    private static JsonObject variables(Map<String, String> environment) {
        JsonObject variables = new JsonObject();
        new TreeMap<>(environment).forEach((name, value) -> {
            if (VARIABLES.stream().anyMatch(name::startsWith)) {
                variables.addProperty(name, value);
            }
        });
        return variables;
    }

    /**
     * Writes {@code environment.json} of a new run, and the uncommitted changes of its repository as {@code uncommitted.patch}.
     *
     * @param facts         the result of {@link #describe}
     * @param configuration the configuration file, whose repository is described
     * @param run           the folder of the run
     * @param mask          replaces the secrets of the configuration
     * @throws IOException if the folder cannot be written
     */
    public static void write(JsonObject facts, Path configuration, Path run, Mask mask) throws IOException {
        write(facts, configuration.toAbsolutePath().getParent(), run, 0, mask);
    }

    /**
     * Writes {@code environment-resume-N.json} of a resumed run, and the uncommitted changes of its repository as
     * {@code uncommitted-resume-N.patch}.
     *
     * @param facts the result of {@link #describe}
     * @param run   the folder of the run
     * @param mask  replaces the secrets of the configuration
     * @throws IOException if the folder cannot be written
     */
    public static void writeResumed(JsonObject facts, Path run, Mask mask) throws IOException {
        int resume = 1;
        while (Files.exists(run.resolve(RunFiles.environment(resume)))) {
            resume++;
        }
        write(facts, repository(run), run, resume, mask);
    }

    private static void write(JsonObject facts, @Nullable Path repository, Path run, int resume, Mask mask)
            throws IOException {
        JsonObject all = facts.deepCopy();
        Path patch = run.resolve(RunFiles.patch(resume));
        all.add(GIT, repository == null ? null : Repository.describe(repository, patch, mask));
        Files.writeString(run.resolve(RunFiles.environment(resume)), mask.apply(JSON.toJson(all) + "\n"));
    }

    /** Returns the folder of the repository that the run started from, or null if it is unknown. */
    private static @Nullable Path repository(Path run) {
        try {
            String folder = byPath(read(run)).get(GIT + "." + Repository.FOLDER);
            return folder == null ? null : Path.of(folder);
        } catch (IOException | InvalidPathException e) {
            return null;
        }
    }

    /**
     * Reads the environment of the start of a run.
     *
     * @param run the folder of the run
     * @throws IOException if the file is missing, or cannot be read or parsed
     */
    public static JsonObject read(Path run) throws IOException {
        return readObject(run.resolve(RunFiles.ENVIRONMENT));
    }

    /**
     * Reads a JSON object.
     *
     * @param file the file
     * @throws IOException if the file is missing, or cannot be read or parsed
     */
    static JsonObject readObject(Path file) throws IOException {
        try {
            return JsonParser.parseString(Files.readString(RunFiles.requireRegular(file)))
                    .getAsJsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            throw new IOException(file + " is not a JSON object", e);
        }
    }

    /**
     * Compares the environment of the start of a run with the current one.
     *
     * @param run the folder of the run
     * @param now the current environment
     * @return a line for each difference that may influence the last bits of results; one line if the file cannot be read
     */
    public static List<String> differences(Path run, JsonObject now) {
        JsonObject then;
        try {
            then = read(run);
        } catch (IOException e) {
            return List.of(RunFiles.ENVIRONMENT + " cannot be read");
        }
        Map<String, String> before = deciding(then);
        Map<String, String> present = deciding(now);
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(present.keySet());
        List<String> differences = new ArrayList<>();
        for (String name : names) {
            String old = before.getOrDefault(name, NOT_SET);
            String current = present.getOrDefault(name, NOT_SET);
            if (!old.equals(current)) {
                differences.add(name + " was " + old + ", is " + current);
            }
        }
        return differences;
    }

    /** Returns the facts that may influence the last bits of results. */
    private static Map<String, String> deciding(JsonObject facts) {
        Map<String, String> deciding = byPath(facts);
        deciding.keySet().removeIf(name -> !DECIDE_BITS.contains(name.split("\\.", 2)[0]));
        deciding.keySet().removeIf(name -> name.startsWith("variables.SLURM_") || name.equals("cpu.cores"));
        return deciding;
    }

    /**
     * Returns the facts by path.
     *
     * @param facts the result of {@link #describe} or {@link #read}
     * @return values by path, for example {@code cpu.model}, in the order of the facts, without nulls
     */
    public static Map<String, String> byPath(JsonObject facts) {
        Map<String, String> texts = new LinkedHashMap<>();
        add("", facts, texts);
        return texts;
    }

    private static void add(String start, JsonObject object, Map<String, String> texts) {
        object.asMap().forEach((name, value) -> {
            if (value instanceof JsonObject inner) {
                add(start + name + ".", inner, texts);
            } else if (value instanceof JsonPrimitive primitive) {
                texts.put(start + name, primitive.getAsString());
            } else if (!value.isJsonNull()) {
                texts.put(start + name, value.toString());
            }
        });
    }
}
