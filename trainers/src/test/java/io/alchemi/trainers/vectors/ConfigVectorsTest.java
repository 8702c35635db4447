package io.alchemi.trainers.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.alchemi.config.Loaded;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.trainers.mae.MaeExperiment;
import io.alchemi.trainers.mae.MaeExperimentLoader;
import io.alchemi.trainers.mae.TrainConfig;
import io.alchemi.trainers.vectors.ConfigSet.Outcome;
import io.alchemi.training.session.RuntimeConfigMerge;
import io.alchemi.training.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Configurations with recorded results of the Python implementation. The numbers of agreeing and overruled cases are written to
 * {@code target/config-vectors.txt}.
 */
class ConfigVectorsTest {
    private static final MaeExperimentLoader LOADER = new MaeExperimentLoader();
    private static final RecordJson JSON = new RecordJson(LOADER.schema());
    private static final RecordSchema TRAIN = JSON.schema(TrainConfig.class);

    /** The keys of a result of the Python implementation, which has all of them. */
    private static final Set<String> ORIGINAL_TRAIN = expectedTrain(
                    VectorFile.of("mae_config").first("cases"))
            .value()
            .getAsJsonObject()
            .keySet();

    /** The spellings of the Python implementation, for comparing its strings with our constants. */
    private static final Map<String, String> DTYPES = Map.of(
            "fp32",
            "float32",
            "float",
            "float32",
            "fp64",
            "float64",
            "double",
            "float64",
            "fp16",
            "float16",
            "half",
            "float16",
            "bf16",
            "bfloat16");

    @Test
    void everyCaseAgreesOrIsOverruled() throws IOException {
        List<String> report = new ArrayList<>();
        for (ConfigSet set : ConfigSet.all()) {
            set.compare("mae_config", "cases", ConfigVectorsTest::expectedTrain, ConfigVectorsTest::train);
            set.compare("mae_config", "normalise", ConfigVectorsTest::expectedBoth, ConfigVectorsTest::normalise);
            set.compare("runtime_config", "cases", ConfigVectorsTest::expectedRuntime, ConfigVectorsTest::runtime);
            set.compare("runtime_config", "dtypes", ConfigVectorsTest::expectedDtypes, ConfigVectorsTest::dtypes);
            set.compare("runtime_config", "devices", ConfigVectorsTest::outcome, ConfigVectorsTest::device);
            set.compare("alignment_config", "load", AlignmentCases::expected, AlignmentCases::ours);
            set.compare("alignment_config", "cases", AlignmentCases::expected, AlignmentCases::ours);
            set.compare("banddepth", "yaml_rules", AlignmentCases::expectedBands, AlignmentCases::bands);
            set.conclude();
            report.addAll(set.report());
        }
        Files.write(Path.of("target", "config-vectors.txt"), report);
    }

    private static Outcome outcome(JsonObject entry) {
        return Outcome.of(entry.getAsJsonObject("expected"));
    }

    private static Outcome expectedTrain(JsonObject entry) {
        return mapped(outcome(entry), value -> {
            JsonObject train = ofTrain(value.getAsJsonObject());
            train.add("seed", value.getAsJsonObject().get("seed"));
            train.add("deterministic", value.getAsJsonObject().get("deterministic"));
            return train;
        });
    }

    private static Outcome expectedBoth(JsonObject entry) {
        return mapped(outcome(entry), value -> {
            JsonObject both = new JsonObject();
            both.add("runtime", ofRuntime(value.getAsJsonObject().getAsJsonObject("runtime")));
            both.add("train", ofTrain(value.getAsJsonObject().getAsJsonObject("train")));
            return both;
        });
    }

    private static Outcome expectedRuntime(JsonObject entry) {
        return mapped(outcome(entry), value -> ofRuntime(value.getAsJsonObject()));
    }

    private static Outcome mapped(Outcome outcome, Function<JsonElement, JsonElement> mapping) {
        return outcome.isError() ? outcome : new Outcome(mapping.apply(outcome.value()), false);
    }

    /** Returns the keys that exist in both implementations. All others must be retired or moved. */
    private static JsonObject ofTrain(JsonObject original) {
        JsonObject train = new JsonObject();
        original.entrySet().forEach(entry -> {
            String name = entry.getKey();
            if (TRAIN.key(name) != null) {
                train.add(name, entry.getValue());
            } else if (!name.equals("seed") && !name.equals("deterministic")) {
                assertThat(TRAIN.retired(name)).as(name).isNotNull();
            }
        });
        return train;
    }

    static JsonObject ofRuntime(JsonObject original) {
        JsonObject runtime = original.deepCopy();
        for (String key : List.of("dtype", "amp_dtype")) {
            if (!original.get(key).isJsonNull()) {
                String lower = original.get(key).getAsString().toLowerCase(Locale.ROOT);
                runtime.addProperty(key, DTYPES.getOrDefault(lower, lower));
            }
        }
        return runtime;
    }

    private static Outcome train(JsonObject entry) {
        JsonObject document = new JsonObject();
        document.add("train", entry.get("train"));
        return load(document.toString(), JsonNull.INSTANCE, loaded -> {
            JsonObject train = originalTrain(loaded);
            JsonObject global = JSON.of(loaded.value().global());
            train.add("seed", global.get("seed"));
            train.add("deterministic", global.get("deterministic"));
            return train;
        });
    }

    private static JsonObject originalTrain(Loaded<MaeExperiment> loaded) {
        JsonObject train = JSON.of(loaded.value().train());
        train.keySet().retainAll(ORIGINAL_TRAIN);
        return train;
    }

    private static Outcome normalise(JsonObject entry) {
        JsonElement config = entry.get("config");
        String yaml = config.isJsonPrimitive() ? config.getAsString() : config.toString();
        return load(yaml, entry.get("seed_override"), loaded -> {
            JsonObject both = new JsonObject();
            both.add("runtime", JSON.of(loaded.value().global()));
            both.add("train", originalTrain(loaded));
            return both;
        });
    }

    private static Outcome runtime(JsonObject entry) {
        JsonObject inputs = entry.getAsJsonObject("inputs");
        JsonObject document = new JsonObject();
        document.add("global", inputs.get("global_"));
        document.add("train", inputs.get("fallback"));
        return load(
                document.toString(),
                inputs.get("seed_override"),
                loaded -> JSON.of(loaded.value().global()));
    }

    /** Combines both types of an entry into one outcome. */
    private static Outcome expectedDtypes(JsonObject entry) {
        return together(Outcome.of(entry.getAsJsonObject("dtype")), Outcome.of(entry.getAsJsonObject("amp_dtype")));
    }

    private static Outcome dtypes(JsonObject entry) {
        return together(global(entry, "dtype"), global(entry, "amp_dtype"));
    }

    private static Outcome together(Outcome dtype, Outcome amp) {
        JsonObject both = new JsonObject();
        both.add("dtype", dtype.isError() ? new JsonPrimitive("error") : dtype.value());
        both.add("amp_dtype", amp.isError() ? new JsonPrimitive("error") : amp.value());
        return new Outcome(both, false);
    }

    private static Outcome global(JsonObject entry, String key) {
        JsonObject block = new JsonObject();
        block.add(key, entry.get("name"));
        JsonObject document = new JsonObject();
        document.add("global", block);
        return load(
                document.toString(),
                JsonNull.INSTANCE,
                loaded -> key.equals("device")
                        ? device(loaded)
                        : JSON.of(loaded.value().global()).get(key));
    }

    private static Outcome device(JsonObject entry) {
        return global(entry, "device");
    }

    /** Returns the device, except for strings that let the machine decide, which are returned unchanged. */
    private static JsonElement device(Loaded<MaeExperiment> loaded) {
        String text = loaded.value().global().device();
        boolean open = text.equalsIgnoreCase("auto") || text.equalsIgnoreCase("cuda_if_available");
        return new JsonPrimitive(
                open
                        ? Session.open(new RuntimeConfigMerge().of(loaded), Map.of())
                                .device()
                                .getDeviceType()
                        : text);
    }

    private static Outcome load(String yaml, JsonElement seed, Function<Loaded<MaeExperiment>, JsonElement> outcome) {
        return Outcome.ofLoading(LOADER, yaml, seed, outcome);
    }
}
