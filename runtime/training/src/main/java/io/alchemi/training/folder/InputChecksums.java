package io.alchemi.training.folder;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The checksums of all input files of a run, in its folder, as they were when it started. */
public final class InputChecksums {
    private static final Gson JSON =
            new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

    private InputChecksums() {}

    /**
     * Writes the checksums.
     *
     * @param run       the folder of the run
     * @param checksums the checksum of each file, by its path from the folder of the run
     * @throws IOException if the file cannot be written
     */
    public static void write(Path run, Map<String, String> checksums) throws IOException {
        Files.writeString(run.resolve(RunFiles.CHECKSUMS), JSON.toJson(checksums) + "\n");
    }

    /**
     * Returns the checksum of each file, by its path from the folder of the run. Runs of earlier versions have none.
     *
     * @param run the folder of the run
     * @throws IOException if the file cannot be read or parsed
     */
    public static Map<String, String> read(Path run) throws IOException {
        Path file = run.resolve(RunFiles.CHECKSUMS);
        Map<String, String> checksums = new LinkedHashMap<>();
        if (Files.exists(file)) {
            JsonObject json = RunEnvironment.readObject(file);
            for (Map.Entry<String, JsonElement> entry : json.entrySet()) {
                try {
                    checksums.put(
                            Path.of(entry.getKey()).toString(), entry.getValue().getAsString());
                } catch (InvalidPathException | UnsupportedOperationException | IllegalStateException e) {
                    throw new IOException(file + " is damaged; delete it to resume without a check of the inputs", e);
                }
            }
        }
        return checksums;
    }
}
