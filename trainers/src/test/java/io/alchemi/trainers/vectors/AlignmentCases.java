package io.alchemi.trainers.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.trainers.alignment.AlignmentExperimentLoader;
import io.alchemi.trainers.alignment.BandDepth;
import io.alchemi.trainers.alignment.BandDepthLoader;
import io.alchemi.trainers.vectors.ConfigSet.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Configurations of the alignment: the results of the Python implementation, mapped to our keys, and our results. */
final class AlignmentCases {
    private static final AlignmentExperimentLoader LOADER = new AlignmentExperimentLoader();
    private static final RecordJson JSON = new RecordJson(LOADER.schema());
    private static final List<String> GLOBAL = List.of("seed", "device", "dtype", "amp_dtype", "deterministic");

    /** A result of the Python implementation, which has all of its keys. */
    private static final JsonObject RESULT =
            expected(VectorFile.of("alignment_config").first("cases")).value().getAsJsonObject();

    private AlignmentCases() {}

    static Outcome ours(JsonObject entry) {
        return Outcome.ofLoading(LOADER, entry.get("yaml").getAsString(), JsonNull.INSTANCE, loaded -> {
            JsonObject sections = JSON.of(loaded.value());
            RESULT.keySet()
                    .forEach(name -> sections.getAsJsonObject(name)
                            .keySet()
                            .retainAll(RESULT.getAsJsonObject(name).keySet()));
            bfloat16IfNull(sections.getAsJsonObject("global"));
            return sections;
        });
    }

    static Outcome expected(JsonObject entry) {
        Outcome outcome = Outcome.of(entry.getAsJsonObject("expected"));
        return outcome.isError()
                ? outcome
                : new Outcome(inOurTerms(outcome.value().getAsJsonObject()), false);
    }

    private static JsonObject inOurTerms(JsonObject original) {
        JsonObject trainer = original.getAsJsonObject("trainer").deepCopy();
        JsonObject global = new JsonObject();
        GLOBAL.forEach(key -> global.add(key, trainer.remove(key)));
        bfloat16IfNull(global);
        JsonObject ours = new JsonObject();
        ours.add("global", ConfigVectorsTest.ofRuntime(global));
        ours.add("trainer", trainer);
        ours.add("data", withText(original.getAsJsonObject("data"), "sensor"));
        ours.add("tokenizer", tokenizer(original.getAsJsonObject("tokenizer")));
        for (String name : List.of("model", "optimizer", "loss", "cycle")) {
            ours.add(name, original.getAsJsonObject(name));
        }
        ours.add("banddepth", withText(original.getAsJsonObject("banddepth"), "loss"));
        ours.entrySet()
                .forEach(section ->
                        dropRetired(section.getKey(), section.getValue().getAsJsonObject()));
        return ours;
    }

    /** In the Python implementation, a null amp_dtype acts as bfloat16. */
    private static void bfloat16IfNull(JsonObject global) {
        if (global.get("amp_dtype").isJsonNull()) {
            global.addProperty("amp_dtype", "bfloat16");
        }
    }

    /** Normalises the case of a string that is not case-sensitive. The Python implementation keeps it unchanged. */
    private static JsonObject withText(JsonObject section, String key) {
        JsonObject changed = section.deepCopy();
        String lower = section.get(key).getAsString().toLowerCase(Locale.ROOT);
        changed.addProperty(key, lower.equals("mse") ? "l2" : lower);
        return changed;
    }

    private static JsonObject tokenizer(JsonObject original) {
        JsonObject tokenizer = original.getAsJsonObject("params").deepCopy();
        tokenizer.add("axis_unit", original.get("axis_unit"));
        return tokenizer;
    }

    private static void dropRetired(String name, JsonObject section) {
        KeySchema key = Objects.requireNonNull(LOADER.schema().root().key(name));
        RecordSchema record = LOADER.schema().record((RecordType) key.type());
        section.keySet().removeIf(each -> {
            boolean here = record.key(each) != null;
            assertThat(here || record.retired(each) != null)
                    .as(name + "." + each)
                    .isTrue();
            return !here;
        });
    }

    static Outcome expectedBands(JsonObject entry) {
        return entry.has("expected") ? new Outcome(entry.get("expected"), false) : Outcome.error("");
    }

    static Outcome bands(JsonObject entry) {
        BandDepthLoader loader = new BandDepthLoader();
        return Outcome.ofLoading(loader, entry.get("yaml").getAsString(), JsonNull.INSTANCE, loaded -> {
            JsonArray bands = new JsonArray();
            loaded.value().bands().forEach(band -> bands.add(json(band)));
            return bands;
        });
    }

    private static JsonObject json(BandDepth.Band band) {
        JsonObject json = new JsonObject();
        json.add("name", band.name() == null ? JsonNull.INSTANCE : new JsonPrimitive(band.name()));
        json.addProperty("center", band.center());
        json.addProperty("left", band.begin());
        json.addProperty("right", band.end());
        return json;
    }
}
