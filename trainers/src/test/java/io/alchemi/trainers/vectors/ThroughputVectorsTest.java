package io.alchemi.trainers.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.alchemi.config.Loaded;
import io.alchemi.trainers.mae.MaeExperiment;
import io.alchemi.trainers.mae.MaeExperimentLoader;
import io.alchemi.trainers.mae.MaeMasks;
import io.alchemi.trainers.mae.MaePretrainerMain;
import io.alchemi.training.progress.ThroughputStats;
import io.alchemi.training.run.Run;
import io.alchemi.training.run.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThroughputVectorsTest {
    private final VectorFile file = VectorFile.of("throughput");

    @Test
    void aggregates() {
        file.root().getAsJsonArray("cases").forEach(entry -> {
            JsonObject one = entry.getAsJsonObject();
            List<ThroughputStats> steps = new ArrayList<>();
            one.getAsJsonArray("inputs").forEach(step -> steps.add(stats(step.getAsJsonObject())));
            assertThat(ThroughputStats.aggregate(steps)).isEqualTo(stats(one.getAsJsonObject("expected")));
            file.count();
        });
    }

    /** Bytes may be missing in the Python implementation. Here they are always known, so a missing value is read as 0. */
    private static ThroughputStats stats(JsonObject entry) {
        return new ThroughputStats(
                orZero(entry.get("tokens_per_s")),
                orZero(entry.get("gb_per_s")),
                isMissing(entry.get("peak_mem_gb"))
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(entry.get("peak_mem_gb").getAsDouble()),
                orZero(entry.get("step_time_s")),
                (long) orZero(entry.get("tokens")),
                (long) orZero(entry.get("num_bytes")));
    }

    private static double orZero(JsonElement element) {
        return isMissing(element) ? 0 : element.getAsDouble();
    }

    private static boolean isMissing(JsonElement element) {
        return element == null || element.isJsonNull();
    }

    /** The Python implementation writes 0 for memory that was not measured, which looks like a measurement. Here it is null. */
    @Test
    void missingMemoryIsNull() {
        JsonObject expected = file.root().getAsJsonObject("stats_dict");
        ThroughputStats stats = ThroughputStats.of(
                expected.get("tokens").getAsLong(),
                expected.get("num_bytes").getAsLong(),
                expected.get("step_time_s").getAsDouble(),
                OptionalDouble.empty());
        assertThat(stats.asRecord().keySet()).containsExactlyElementsOf(expected.keySet());
        assertThat(expected.get("peak_mem_gb").getAsDouble()).isZero();
        stats.asRecord().forEach((name, value) -> {
            if (name.equals("peak_mem_gb")) {
                assertThat(value).isNaN();
            } else {
                file.compare(name, expected.get(name).getAsDouble(), value);
            }
        });
        file.count();
    }

    /** There is no meter to start and stop. A step times its updates, and a step without an update is an error. */
    @Test
    void aStepWithoutAnUpdateIsAnError(@TempDir Path folder) throws IOException {
        assertThat(file.root().getAsJsonObject("stop_without_start").get("type").getAsString())
                .isEqualTo("RuntimeError");
        Loaded<MaeExperiment> loaded = new MaeExperimentLoader().defaults();
        try (Run run = Run.open(new MaePretrainerMain(), loaded, folder)) {
            Iterator<Step> steps = run.steps(loaded.value().train()).iterator();
            steps.next();
            assertThatThrownBy(steps::next)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("step 1 ended without an update");
        }
        file.count();
    }

    @Test
    void maeCounts() {
        file.each("mae_counts", entry -> {
            JsonObject in = entry.getAsJsonObject("inputs");
            JsonObject expected = entry.getAsJsonObject("expected");
            int width = in.get("embed_dim").getAsInt();
            int batch = in.get("batch").getAsInt();
            double spatial = in.get("spatial_ratio").getAsDouble();
            double spectral = in.get("spectral_ratio").getAsDouble();
            long kept = (long) (width - MaeMasks.dropped(width, spatial)) * (width - MaeMasks.dropped(width, spectral));
            assertThat(batch * kept).isEqualTo(expected.get("active_tokens").getAsLong());
            assertThat((long) batch * width * width * in.get("element_bytes").getAsLong())
                    .isEqualTo(expected.get("num_bytes").getAsLong());
        });
    }

    /** Counts of the alignment trainer: tokens = B (lab + sensor bands), bytes = tokens * token width * element size. */
    @Test
    void alignmentCounts() {
        file.each("alignment_counts", entry -> {
            JsonObject in = entry.getAsJsonObject("inputs");
            JsonObject expected = entry.getAsJsonObject("expected");
            assertThat(in.get("all_valid").getAsBoolean()).isTrue();
            long tokens = in.get("batch").getAsLong()
                    * (in.get("lab_bands").getAsLong() + in.get("sensor_bands").getAsLong());
            long bytes = tokens
                    * in.get("token_dim").getAsLong()
                    * in.get("element_bytes").getAsLong();
            ThroughputStats stats = ThroughputStats.of(tokens, bytes, 1, OptionalDouble.empty());
            assertThat(stats.tokens()).isEqualTo(expected.get("tokens").getAsLong());
            assertThat(stats.bytes()).isEqualTo(expected.get("num_bytes").getAsLong());
        });
    }
}
