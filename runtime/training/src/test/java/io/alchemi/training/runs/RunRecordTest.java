package io.alchemi.training.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecordTest {
    private static final String RUN = "align-train/20251127-101500-ab3d-baseline";

    @TempDir
    private Path root;

    private WrittenRuns runs;

    @BeforeEach
    void oneRun() {
        runs = new WrittenRuns(root);
        runs.write(RUN);
    }

    private RunRecord run() {
        return RunRecord.open(root.resolve(RUN));
    }

    @Test
    void configurationHasTheOriginOfEachValue() throws IOException {
        runs.write(RUN + "/config.yaml", WrittenRuns.CONFIG + """
                augment:
                  - kind: 'it''s # no comment'  # a # b.yaml:9:5
                  - {}
                "a.b": "\\u001b # \\""          # default
                path: null
                é: "日本"                        # é.yaml:1:4
                """);

        assertThat(run().configuration())
                .containsExactly(
                        entry("global.seed", new ResolvedValue("7", "--seed")),
                        entry("trainer.max_steps", new ResolvedValue("1000", "configs/train.yaml:4:14")),
                        entry("trainer.use_amp", new ResolvedValue("false", "default")),
                        entry("optimizer.lr", new ResolvedValue("1e-3", "--set optimizer.lr=1e-3")),
                        entry("optimizer.betas", new ResolvedValue("[0.9, 0.98]", "ALCHEMI_OPTIMIZER_BETAS")),
                        entry("augment[0].kind", new ResolvedValue("it's # no comment", "a # b.yaml:9:5")),
                        entry("augment[1]", new ResolvedValue("{}", "")),
                        entry("\"a.b\"", new ResolvedValue("\u001b # \"", "default")),
                        entry("path", new ResolvedValue("null", "")),
                        entry("é", new ResolvedValue("日本", "é.yaml:1:4")));
    }

    @Test
    void aConfigurationThatIsNotYamlIsAnErrorWithItsLine() {
        runs.write(RUN + "/config.yaml", "a: 1\nb: [\n");

        assertThatThrownBy(() -> run().configuration())
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(root.resolve(RUN) + "/config.yaml:");
    }

    @Test
    void metricsAreColumns() throws IOException {
        MetricTable metrics = run().metrics();

        assertThat(metrics.names()).containsExactly("loss", "lr");
        assertThat(metrics.steps()).containsExactly(1, 2, 3);
        assertThat(metrics.values("loss")).containsExactly(0.5, Double.NaN, 0.25);
        assertThat(metrics.time(1)).isEqualTo(Instant.parse("2026-11-28T20:31:11.123Z"));
        assertThat(run().evaluations().values("recall")).containsExactly(0.75);
        assertThatThrownBy(() -> metrics.values("los")).hasMessage("no metric 'los'");
    }

    @Test
    void metricsGrowBeyondTheFirstArrays() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int step = 1; step <= 1000; step++) {
            lines.append(
                    "{\"step\":" + step + ",\"loss\":" + step + ".5" + (step > 500 ? ",\"late\":1.0" : "") + "}\n");
        }
        runs.write(RUN + "/metrics.jsonl", lines.toString());

        MetricTable metrics = run().metrics();

        assertThat(metrics.rows()).isEqualTo(1000);
        assertThat(metrics.values("loss")).startsWith(1.5, 2.5).endsWith(1000.5).hasSize(1000);
        assertThat(metrics.value("late", 499)).isNaN();
        assertThat(metrics.value("late", 500)).isEqualTo(1.0);
    }

    @Test
    void aPartialLastLineIsIgnored() throws IOException {
        String line = "{\"step\":1,\"time\":\"2026-11-28T20:31:10.123Z\",\"loss\":0.5}\n";
        for (int length = 1; length < line.length() - 2; length++) {
            runs.write(RUN + "/metrics.jsonl", line + line.substring(0, length));

            assertThat(run().metrics().steps()).as("%s characters", length).containsExactly(1);
            assertThat(run().lastMetrics()).isNotNull();
        }
    }

    @Test
    void anotherDamagedLineIsAnError() {
        runs.write(RUN + "/metrics.jsonl", "{\"step\":1,\"loss\":0.5}\n{\"step\":\n{\"step\":3,\"loss\":0.5}\n");

        assertThatThrownBy(() -> run().metrics())
                .isInstanceOf(IOException.class)
                .hasMessage(root.resolve(RUN) + "/metrics.jsonl:2: the line is not a JSON object of numbers");
    }

    @Test
    void filesThatDoNotExistAreEmpty() throws IOException {
        runs.status("align-train/20251128-101500-0000", "align train", "failed", 0, "null", 0);
        RunRecord bare = RunRecord.open(root.resolve("align-train/20251128-101500-0000"));

        assertThat(bare.metrics().rows()).isZero();
        assertThat(bare.evaluations().names()).isEmpty();
        assertThat(bare.environment()).isNull();
        assertThat(bare.commandLines()).isEmpty();
        assertThat(bare.checkpoints()).isEmpty();
        assertThat(bare.lastMetrics()).isNull();
        assertThat(bare.state()).isEqualTo(ListedState.DAMAGED);
        assertThat(bare.damage()).isEqualTo("config.yaml is missing");
    }

    @Test
    void aRunWithoutHeartbeatIsLost() {
        runs.status(RUN, "align train", "running", 12, "0.5", 30);

        assertThat(run().state()).isEqualTo(ListedState.LOST);
    }
}
