package io.alchemi.training.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests {@code alchemi runs show} on folders written by the tests. */
class RunsShowTest {
    private static final String RUN = "align-train/20251127-101500-ab3d-baseline";

    @TempDir
    private Path folder;

    private WrittenRuns runs;
    private final TimeZone zone = TimeZone.getDefault();

    @BeforeEach
    void oneRun() {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        runs = new WrittenRuns(folder.resolve("runs"));
        runs.write(RUN);
    }

    @AfterEach
    void usualZone() {
        TimeZone.setDefault(zone);
    }

    @Test
    void showsTheRunInEightyColumns() {
        runs.write(RUN + "/inputs/command.txt", """
                alchemi align train configs/train.yaml --seed 7 --set optimizer.lr=1e-3 --name baseline
                alchemi align train --resume last
                """);

        assertThat(runs.alchemi("runs", "show", "baseline")).isEqualTo("""
                run          20251127-101500-ab3d-baseline
                state        finished
                steps        1000 of 1000
                time         3.3 min of computing on node7
                started      2025-11-27 10:15:00
                command      alchemi align train configs/train.yaml --seed 7 --set
                             optimizer.lr=1e-3 --name baseline
                             alchemi align train --resume last
                checkpoints  best
                metrics      loss 0.2500, lr 1.000e-04
                             at step 3
                evaluation   recall 0.7500
                             at step 2
                machine      node7, Linux 6.1 amd64, Xeon, 2 cores, 0 GPUs, 23.5 GB
                engine       PyTorch 2.7.1, DJL 0.36.0, Java 17.0.15, Alchemi 0.2.0
                numbers      cpu, float32, 2 threads, avx512
                git          main, 8714854aa11b, with uncommitted changes
                folder       runs/align-train/20251127-101500-ab3d-baseline
                set          global.seed: 7  (--seed)
                             optimizer.lr: 1e-3  (--set)
                             optimizer.betas: [0.9, 0.98]  (ALCHEMI_OPTIMIZER_BETAS)
                exit 0
                """);
    }

    @Test
    void aDamagedRunShowsWhatCanBeRead() throws IOException {
        runs.write(RUN + "/metrics.jsonl", "nonsense\n");
        runs.write(RUN + "/environment.json", "[]");
        Files.delete(runs.folder(RUN + "/status.json"));
        Files.delete(runs.folder(RUN + "/config.yaml"));

        assertThat(runs.alchemi("runs", "show", "ab3d")).isEqualTo("""
                run          20251127-101500-ab3d-baseline
                state        damaged: status.json is missing
                command      alchemi align train configs/train.yaml --seed 7
                checkpoints  best
                metrics      cannot be read: runs/align-train/20251127-101500-ab3d-baseline/metrics.jsonl: the last line is not a JSON object of numbers
                evaluation   recall 0.7500
                             at step 2
                environment  cannot be read: runs/align-train/20251127-101500-ab3d-baseline/environment.json is not a JSON object
                folder       runs/align-train/20251127-101500-ab3d-baseline
                exit 0
                """);
    }

    @Test
    void aLostRunShowsWhenItWasLastSeen() {
        runs.status(RUN, "align train", "running", 12, "0.5", 30);

        assertThat(runs.alchemi("runs", "show"))
                .contains("state        lost\n", "steps        12 of 1000\n", "last seen    2025-11-28 21:31:10\n");
    }

    @Test
    void hostileValuesAreShownEscaped() {
        runs.write(RUN + "/inputs/command.txt", "alchemi \u001b[31mred\n");
        runs.write(RUN + "/metrics.jsonl", "{\"step\":1,\"lo\\u0007ss\":1.0}\n");
        runs.write(
                RUN + "/environment.json", "{\"engine\":\"Py\\u001b]0;x\\u0007\",\"cpu\":[],\"git\":{\"commit\":{}}}");
        runs.write(RUN + "/config.yaml", "a: \"\\e[2J\"  # --set a=\u202e\n");

        String shown = runs.alchemi("runs", "show");

        assertThat(shown)
                .contains("\\u001b[31mred", "lo\\u0007ss 1", "Py\\u001b]0;x\\u0007", "a: \\u001b[2J  (--set)")
                .doesNotContain("\u001b", "\u0007", "\u202e");
    }

    @Test
    void printsEverythingAsJson() {
        String printed = runs.alchemi("runs", "show", "--json").replace("exit 0\n", "");
        JsonObject run = JsonParser.parseString(printed).getAsJsonObject();

        assertThat(run.get("state").getAsString()).isEqualTo("finished");
        assertThat(run.get("loss").getAsDouble()).isEqualTo(0.25);
        assertThat(run.get("metrics").toString())
                .isEqualTo("{\"step\":3,\"time\":\"2026-11-28T20:31:12.123Z\",\"loss\":0.25,\"lr\":1.0E-4}");
        assertThat(run.getAsJsonObject("configuration").get("optimizer.lr").toString())
                .isEqualTo("{\"value\":\"1e-3\",\"origin\":\"--set optimizer.lr=1e-3\"}");
        assertThat(run.getAsJsonObject("environment").get("threads").getAsInt()).isEqualTo(2);
    }

    @Test
    void anUnknownRunIsAnError() {
        assertThat(runs.alchemi("runs", "show", "ab3c"))
                .startsWith("ab3c: error: no run 'ab3c' in runs [ALC502]\n")
                .contains("did you mean 'ab3d'?")
                .endsWith("exit 66\n");
    }
}
