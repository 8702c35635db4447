package io.alchemi.training.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests {@code alchemi runs list} on folders written by the tests. */
class RunsListTest {
    @TempDir
    private Path folder;

    private WrittenRuns runs;

    @BeforeEach
    void threeRuns() {
        runs = new WrittenRuns(folder.resolve("runs"));
        runs.write("align-train/20251127-101500-ab3d-baseline");
        runs.write("pretrain-mae/20251128-111500-zz01");
        runs.status("pretrain-mae/20251128-111500-zz01", "pretrain-mae", "failed", 17, "null", 12);
        runs.write("align-train/20251128-121500-c0de-lr-high");
        runs.status("align-train/20251128-121500-c0de-lr-high", "align train", "interrupted", 700, "1.5E-5", 7200);
    }

    @Test
    void listsRunsInTheOrderOfTheirStart() {
        assertThat(runs.alchemi("runs", "list")).isEqualTo("""
                RUN   COMMAND       STATE             STEP       LOSS     TIME  STARTED       NAME
                ab3d  align train   finished     1000/1000     0.2500  3.3 min  Nov 27  2025  baseline
                zz01  pretrain-mae  failed         17/1000          -     12 s  Nov 28  2025
                c0de  align train   interrupted   700/1000  1.500e-05    2.0 h  Nov 28  2025  lr-high
                exit 0
                """);
    }

    @Test
    void sortsWithMissingValuesLastInBothDirections() {
        assertThat(names("--sort", "loss")).containsExactly("lr-high", "baseline", null);
        assertThat(names("--sort", "loss", "-r")).containsExactly("baseline", "lr-high", null);
        assertThat(names("--sort", "name")).containsExactly("baseline", "lr-high", null);
        assertThat(names("--sort", "duration")).containsExactly(null, "baseline", "lr-high");
        assertThat(names("--sort", "step", "--reverse")).containsExactly("baseline", "lr-high", null);
        assertThat(names("--reverse")).containsExactly("lr-high", null, "baseline");
    }

    @Test
    void filtersByCommandAndState() {
        assertThat(names("--command", "align train")).containsExactly("baseline", "lr-high");
        assertThat(names("--command", "align-train")).containsExactly("baseline", "lr-high");
        assertThat(names("--state", "failed", "--state", "finished")).containsExactly("baseline", null);
        assertThat(runs.alchemi("runs", "list", "--command", "align trian")).isEqualTo("""
                        --command align trian: error: no run of the command 'align trian' [ALC501]
                          |
                          | --command align trian
                          |           ^^^^^^^^^^^ did you mean 'align train'?
                        exit 2
                        """);
        assertThat(runs.alchemi("runs", "list", "--command", "x"))
                .contains("there are runs of align train, pretrain-mae");
        assertThat(runs.alchemi("runs", "list", "--state", "running"))
                .isEqualTo("none of the 3 runs in runs matches; leave out a filter\nexit 0\n");
    }

    @Test
    void filtersByKeysOfTheConfiguration() {
        runs.write(
                "align-train/20251127-101500-ab3d-baseline/config.yaml",
                WrittenRuns.CONFIG.replace("lr: 1e-3 ", "lr: 3e-4 ") + "extra: {}\n");

        assertThat(names("--where", "optimizer.lr=0.001")).containsExactly(null, "lr-high");
        assertThat(names("--where", "optimizer.lr=0.0003")).containsExactly("baseline");
        assertThat(names("--where", "optimizer.lr=1e-3", "--where", "trainer.use_amp=false", "--state", "failed"))
                .containsExactly((String) null);
        assertThat(names("--where", "optimizer.betas=[0.9, 0.98]", "--where", "extra={}"))
                .containsExactly("baseline");
        assertThat(names("--where", "trainer.use_amp=0")).isEmpty();
    }

    @Test
    void aKeyThatNoRunHasIsAnError() {
        assertThat(runs.alchemi("runs", "list", "--where", "optimizer.rl=1")).isEqualTo("""
                --where optimizer.rl=1: error: no run has the key 'optimizer.rl' [ALC501]
                  |
                  | --where optimizer.rl=1
                  | ^^^^^^^^^^^^^^^^^^^^^^ did you mean 'optimizer.lr'?
                exit 2
                """);
        assertThat(runs.alchemi("runs", "list", "--where", "max_steps=1"))
                .contains("did you mean 'trainer.max_steps'?");
        assertThat(runs.alchemi("runs", "list", "--where", "nonsense=1")).contains("'alchemi runs show RUN --json'");
        assertThat(runs.alchemi("runs", "list", "--where", "optimizer.lr")).isEqualTo("""
                --where optimizer.lr: error: expected a key, an equals sign and a value [ALC501]
                  |
                  | --where optimizer.lr
                  | ^^^^^^^^^^^^^^^^^^^^ such as --where trainer.lr=1e-3
                exit 2
                """);
    }

    @Test
    void damagedRunsAreListedWithTheReason() throws IOException {
        Files.createDirectories(runs.folder("align-train/20251129-090000-d001-x"));
        runs.write("align-train/20251129-090100-d002/status.json", "{\"state\":\"runn");
        runs.write("align-train/20251129-090200-d003/status.json", "[]");
        runs.write(
                "align-train/20251129-090300-d004/status.json", "{\"state\":\"exploded\",\"command\":\"align train\"}");
        runs.write("align-train/20251129-090400-d005");
        Files.delete(runs.folder("align-train/20251129-090400-d005/config.yaml"));
        String valid = Files.readString(runs.folder("align-train/20251127-101500-ab3d-baseline/status.json"));
        runs.write("align-train/20251129-090500-d006/status.json", valid.replace("\"align train\"", "null"));
        runs.write("align-train/20251129-090600-d007/status.json", valid.replace("0.25", "NaN"));
        runs.write("align-train/20251129-090700-d008/status.json", valid.replace("200.0", "1e300"));
        Files.createDirectories(runs.folder("align-train/20251129-090800-d009/status.json"));
        Files.createDirectories(runs.folder("align-train/notes"));

        String listed = runs.alchemi("runs", "list", "--state", "damaged");

        assertThat(listed).isEqualTo("""
                RUN   COMMAND      STATE         STEP    LOSS     TIME  STARTED       NAME
                d001  align-train  damaged          -       -        -  Nov 29  2025  x (status.json is missing)
                d002  align-train  damaged          -       -        -  Nov 29  2025  (status.json is not the status of a run)
                d003  align-train  damaged          -       -        -  Nov 29  2025  (status.json is not the status of a run)
                d004  align-train  damaged          -       -        -  Nov 29  2025  (status.json is not the status of a run)
                d005  align train  damaged  1000/1000  0.2500  3.3 min  Nov 29  2025  (config.yaml is missing)
                d006  align-train  damaged          -       -        -  Nov 29  2025  (status.json is not the status of a run)
                d007  align-train  damaged          -       -        -  Nov 29  2025  (status.json is not the status of a run)
                d008  align-train  damaged          -       -        -  Nov 29  2025  (status.json is not the status of a run)
                d009  align-train  damaged          -       -        -  Nov 29  2025  (status.json is not the status of a run)
                exit 0
                """);
    }

    @Test
    void hostileNamesAreShownEscaped() {
        runs.write("align-train/20251127-101500-ab3d-baseline/status.json", """
                {"state":"running","command":"align\\u001b[2J","host":"h","name":"a\\nb\\u202e","pid":1,
                "started":"2025-11-27T10:15:00Z","heartbeat":"2025-11-27T10:15:00Z","seconds":0}
                """);

        assertThat(runs.alchemi("runs", "list", "--state", "lost"))
                .contains("ab3d  align\\u001b[2J  lost    0/0     -   0 s")
                .contains("a\\nb\\u202e")
                .doesNotContain("\u001b", "\u202e");
    }

    @Test
    void ambiguousCharactersAreReplacedByTheFullName() {
        runs.write("align-train/20251129-101500-ab3d");

        assertThat(runs.alchemi("runs", "list"))
                .contains("\n20251127-101500-ab3d-baseline  align train", "\nzz01 ", "\n20251129-101500-ab3d  ");
    }

    @Test
    void listsTheFoldersThatAreNamed() throws IOException {
        String one = runs.folder("align-train/20251127-101500-ab3d-baseline").toString();
        Files.createDirectories(folder.resolve("empty"));

        assertThat(names(runs.folder("align-train").toString())).containsExactly("baseline", "lr-high");
        assertThat(names(one)).containsExactly("baseline");
        assertThat(runs.alchemi("runs", "list", folder.resolve("empty").toString()))
                .endsWith("/empty; 'alchemi --help' lists the commands that start one\nexit 0\n");
        assertThat(names(folder.resolve("empty").toString())).isEmpty();
        assertThat(runs.alchemi("runs", "list", one + "/none"))
                .contains(
                        "runs/align-train/20251127-101500-ab3d-baseline/none: error: folder not found [ALC502]\n",
                        "name a folder that contains runs")
                .endsWith("exit 66\n");
        assertThat(new WrittenRuns(folder.resolve("none")).alchemi("runs", "list"))
                .isEqualTo("no runs in runs; 'alchemi --help' lists the commands that start one\nexit 0\n");
    }

    /** The metrics file is a folder, so reading it would fail. */
    @Test
    void listsAThousandRunsWithoutReadingTheirMetrics() throws IOException {
        WrittenRuns many = new WrittenRuns(folder.resolve("many"));
        for (int i = 0; i < 1000; i++) {
            String run = String.format(Locale.ROOT, "align-train/20251128-%02d%02d00-%04d", i / 60, i % 60, i);
            many.status(run, "align train", "finished", 1000, Double.toString((i * 7 % 1000) / 1000.0), i);
            many.write(run + "/config.yaml", WrittenRuns.CONFIG);
            Files.createDirectories(many.folder(run + "/metrics.jsonl"));
            Files.createDirectories(many.folder(run + "/evaluations.jsonl"));
        }

        List<String> lines =
                many.alchemi("runs", "list", "--sort", "loss").lines().toList();

        assertThat(lines).hasSize(1002);
        assertThat(lines.get(1)).startsWith("0000  align train  finished  1000/1000       0");
        assertThat(lines.get(1000)).startsWith("0857  align train  finished  1000/1000  0.9990");
    }

    /** Returns the names of the listed runs. */
    private List<String> names(String... options) {
        String[] arguments = new String[options.length + 3];
        arguments[0] = "runs";
        arguments[1] = "list";
        arguments[2] = "--json";
        System.arraycopy(options, 0, arguments, 3, options.length);
        String printed = runs.alchemi(arguments);
        assertThat(printed).endsWith("exit 0\n");
        JsonArray listed =
                JsonParser.parseString(printed.replace("exit 0\n", "")).getAsJsonArray();
        return listed.asList().stream()
                .map(run -> run.getAsJsonObject().get("name"))
                .map(name -> name.isJsonNull() ? null : name.getAsString())
                .toList();
    }
}
