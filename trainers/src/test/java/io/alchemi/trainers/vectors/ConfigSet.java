package io.alchemi.trainers.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.alchemi.config.ConfigException;
import io.alchemi.config.Loaded;
import io.alchemi.config.Loader;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.layer.Setting;
import io.alchemi.config.layer.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A set of tables with configurations and the results of the Python implementation. The file {@code overruled.json} lists the cases for
 * which the rules of docs/design.md require another result, each with our result and the number of the rule.
 *
 * <p>The set of the project is in {@code vectors}. Every folder in there is another set, and {@code -Dalchemi.vectors=FOLDER} adds one
 * from elsewhere.
 */
final class ConfigSet {
    private static final Path FOLDER = Path.of("src", "test", "resources", "vectors");
    private static final String NOT_A_DOCUMENT = "not a document";

    private final Path folder;
    private final JsonObject overruled;
    private final List<String> differences = new ArrayList<>();
    private final Map<String, int[]> counts = new LinkedHashMap<>();

    private ConfigSet(Path folder) throws IOException {
        this.folder = folder;
        Path table = folder.resolve("overruled.json");
        this.overruled = Files.exists(table) ? read(table).getAsJsonObject() : new JsonObject();
    }

    /** The result of a case, in the Python implementation or here: a value, or an error. */
    record Outcome(JsonElement value, boolean isError) {
        static Outcome of(JsonObject expected) {
            return expected.has("result") ? new Outcome(expected.get("result"), false) : error("");
        }

        static Outcome error(String ids) {
            return new Outcome(new JsonPrimitive(ids), true);
        }

        /** Returns the outcome of loading a document with a seed from the command line. */
        static <T> Outcome ofLoading(
                Loader<T> loader, String yaml, JsonElement seed, Function<Loaded<T>, JsonElement> result) {
            List<Source> sources = new ArrayList<>(List.of(Source.text("text", yaml)));
            if (!seed.isJsonNull()) {
                sources.add(Source.settings(List.of(Setting.ofFlag("--seed", "global.seed", seed.getAsString()))));
            }
            try {
                return new Outcome(result.apply(loader.load(sources)), false);
            } catch (ConfigException e) {
                TreeSet<String> ids = new TreeSet<>();
                e.diagnostics().stream()
                        .filter(Diagnostic::isError)
                        .forEach(error -> ids.add(error.id().code()));
                return error(String.join(" ", ids));
            }
        }

        boolean agreesWith(Outcome other) {
            return isError == other.isError && (isError || value.equals(other.value));
        }
    }

    static List<ConfigSet> all() throws IOException {
        List<ConfigSet> sets = new ArrayList<>();
        sets.add(new ConfigSet(FOLDER));
        try (Stream<Path> folders = Files.list(FOLDER)) {
            for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                sets.add(new ConfigSet(folder));
            }
        }
        String elsewhere = System.getProperty("alchemi.vectors");
        if (elsewhere != null) {
            sets.add(new ConfigSet(Path.of(elsewhere)));
        }
        return sets;
    }

    private static JsonElement read(Path file) throws IOException {
        return JsonParser.parseString(Files.readString(file));
    }

    /** Compares a table of a file, if the set has the file. */
    void compare(String file, String table, Function<JsonObject, Outcome> expected, Function<JsonObject, Outcome> ours)
            throws IOException {
        Path source = folder.resolve(file + ".json");
        if (!Files.exists(source)) {
            return;
        }
        JsonArray entries = read(source).getAsJsonObject().getAsJsonArray(table);
        assertThat(entries).as("%s/%s", source, table).isNotEmpty();
        for (int i = 0; i < entries.size(); i++) {
            JsonObject entry = entries.get(i).getAsJsonObject();
            compare(file + "/" + table + "/" + i, expected.apply(entry), ours.apply(entry));
        }
    }

    private void compare(String place, Outcome expected, Outcome ours) {
        JsonElement entry = overruled.remove(place);
        boolean agrees = expected.agreesWith(ours);
        if (entry == null) {
            note(
                    agrees,
                    place + ": expected " + expected + ", but is " + ours + "; if a rule requires this: \"" + place
                            + "\": {\"result\": " + ours.value() + ", \"contract\": \"…\"}");
            count(place, 0);
            return;
        }
        count(place, 1);
        JsonElement result = entry.getAsJsonObject().get("result");
        note(!agrees, place + " is overruled, but agrees with the Python implementation");
        note(entry.getAsJsonObject().has("contract"), place + " names no rule");
        boolean fits = result.equals(new JsonPrimitive(NOT_A_DOCUMENT)) ? ours.isError() : result.equals(ours.value());
        note(fits, place + " is overruled to " + result + ", but is " + ours);
    }

    private void note(boolean fine, String difference) {
        if (!fine) {
            differences.add(difference);
        }
    }

    private void count(String place, int kind) {
        counts.computeIfAbsent(place.substring(0, place.lastIndexOf('/')), table -> new int[2])[kind]++;
    }

    /** Fails if a case differs, or if the list of overruled cases contains an unknown case. */
    void conclude() {
        assertThat(differences).as("%s", folder).isEmpty();
        assertThat(overruled.keySet())
                .as("overruled cases that do not exist in %s", folder)
                .isEmpty();
    }

    /** Returns the number of agreeing and of overruled cases in each table. */
    List<String> report() {
        List<String> lines = new ArrayList<>();
        counts.forEach((table, count) ->
                lines.add(folder + " " + table + ": " + count[0] + " agree, " + count[1] + " are overruled"));
        return lines;
    }
}
