package io.alchemi.trainers.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.alchemi.trainers.run.CommandLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests a sweep on a real Slurm cluster, which the test starts. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SlurmSweepTest {
    @TempDir
    private Path folder;

    private SweepProcess sweep;

    /** One trial finishes, one is requeued, one is cancelled, and one fails. */
    @Test
    void trialsAreRequeuedCancelledAndFail() throws IOException, InterruptedException {
        String whyNot = SlurmCluster.whyNot();
        assumeTrue(whyNot.isEmpty(), whyNot);
        Path file = Files.writeString(folder.resolve("slurm.sweep.yaml"), """
                command: pretrain-mae
                config: %s
                over:
                  train.lr: [1e-3, 2e-3, 3e-3, 1e30]
                  train.max_steps: [1500]
                objective: {metric: loss, goal: min}
                """.formatted(CommandLine.SMALL));
        try (SlurmCluster cluster = SlurmCluster.start(folder.resolve("slurm"))) {
            sweep = new SweepProcess(folder, cluster.environment());
            SweepProcess.Outcome submitted =
                    sweep.run("run", file.toString(), "--launcher", "slurm", "--slots", "2", "--time", "1h");
            assertThat(submitted.out()).as(submitted.text()).containsPattern("submitted job \\d+ with 4 trials");
            String job = submitted.out().replaceAll("(?s).*submitted job (\\d+) .*", "$1");

            cluster.await("two trials run", () -> steps(1) > 100);
            cluster.output(List.of("scontrol", "requeue", job + "_1"));
            cluster.await("trial 2 runs", () -> steps(2) > 100);
            cluster.output(List.of("scancel", job + "_2"));
            cluster.await("trial 1 is saved", () -> sweep.states().get(1).equals("queued"));
            assertThat(sweep.run("status", file.toString()).out()).contains(" queued");
            // Slurm delays a requeued job by two minutes.
            cluster.await(
                    "trial 1 may start again",
                    () -> cluster.output(List.of("scontrol", "update", "JobId=" + job + "_1", "StartTime=now"))
                            .isEmpty());
            cluster.await(
                    "all have ended",
                    () -> cluster.output(List.of("squeue", "-h")).isEmpty());

            assertThat(sweep.states()).containsExactly("finished", "finished", "interrupted", "failed");
            assertThat(sweep.trial(1).resolve("inputs/command.txt")).content().contains("--resume");
            assertThat(sweep.trial(2).resolve("status.json")).content().contains("\"reason\":\"SIGTERM\"");
            assertThat(sweep.run("status").out()).contains("failed  trial 3, train.lr=1e30", "best  trial");
        }
        sweep.assertEqualsRunByHand(1, "--set", "train.lr=2e-3", "--set", "train.max_steps=1500");
    }

    private long steps(int trial) throws IOException {
        Path metrics = sweep.trial(trial).resolve("metrics.jsonl");
        return Files.exists(metrics) ? Files.readAllLines(metrics).size() : 0;
    }
}
