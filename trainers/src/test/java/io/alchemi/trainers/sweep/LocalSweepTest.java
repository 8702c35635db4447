package io.alchemi.trainers.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.command.ExitCode;
import io.alchemi.trainers.run.CommandLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests sweeps in processes on this machine. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LocalSweepTest {
    @TempDir
    private Path folder;

    private SweepProcess sweep;

    @BeforeEach
    void begin() {
        sweep = new SweepProcess(folder, Map.of());
    }

    private String file(String over) throws IOException {
        return Files.writeString(
                        folder.resolve("local.sweep.yaml"),
                        "command: pretrain-mae\nconfig: " + CommandLine.SMALL + "\nover: " + over
                                + "\nobjective: {metric: loss}\n")
                .toString();
    }

    @Test
    void aFailingTrialDoesNotAffectOthers() throws IOException, InterruptedException {
        String file = file("{train.lr: [1e-3, 1e30, 3e-3], train.max_steps: [20]}");
        SweepProcess.Outcome first = sweep.run("run", file, "--slots", "2");

        assertThat(first.exit()).as(first.text()).isEqualTo(ExitCode.FAILED);
        assertThat(first.out())
                .contains("3 of 3 trials to run, 2 at a time, 1 thread each")
                .contains("trial 1 failed", "the run has diverged: use a smaller learning rate")
                .contains("2 finished, 1 failed")
                .contains("run them again with: alchemi sweep run FILE --retry-failed");

        SweepProcess.Outcome again = sweep.run("run", file);
        assertThat(again.out()).contains("0 of 3 trials to run");
        assertThat(again.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(sweep.run("run", file, "--retry-failed").out())
                .contains("1 of 3 trials to run", "[3/3] trial 1 failed");
        sweep.assertEqualsRunByHand(2, "--set", "train.lr=3e-3", "--set", "train.max_steps=20");
    }

    /** The sweep and its trials are killed while two of them train. */
    @Test
    void resumesAfterAKill() throws IOException, InterruptedException {
        String file = file("{train.lr: [1e-3, 3e-3], train.max_steps: [120], train.save_every: [20]}");
        Process killed = sweep.start("run", file, "--slots", "2");
        awaitCheckpoints(killed);
        List<ProcessHandle> all = killed.descendants().toList();
        killed.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        killed.waitFor();
        for (ProcessHandle trial : all) {
            trial.onExit().join();
        }
        assertThat(sweep.states()).containsExactly("lost", "lost");

        SweepProcess.Outcome second = sweep.run("run", file);
        assertThat(second.exit()).as(second.text()).isZero();
        assertThat(Files.readString(sweep.trial(0).resolve("inputs/command.txt")))
                .contains("--resume");
        sweep.assertEqualsRunByHand(1, "--set", "train.lr=3e-3", "--set", "train.max_steps=120");
    }

    @Test
    void aSignalSavesAllTrials() throws IOException, InterruptedException {
        String file = file("{train.lr: [1e-3, 3e-3, 4e-3], train.max_steps: [100000], train.save_every: [20]}");
        Process stopped = sweep.start("run", file, "--slots", "2");
        awaitCheckpoints(stopped);
        stopped.destroy();
        SweepProcess.Outcome outcome = sweep.end(stopped);

        assertThat(outcome.exit()).isEqualTo(ExitCode.TERMINATED);
        assertThat(outcome.err())
                .contains("stopping: the trials save their state; a second signal stops at once, without saving");
        assertThat(outcome.out()).contains("trial 0 interrupted", "trial 1 interrupted", "1 waiting, 2 interrupted");
    }

    /** If the process of a sweep is killed, its trials continue. The next sweep waits for them. */
    @Test
    void waitsForRunningTrials() throws IOException, InterruptedException {
        String file = file("{train.lr: [1e-3], train.max_steps: [120], train.save_every: [20]}");
        Process killed = sweep.start("run", file);
        while (!Files.exists(sweep(0).resolve("metrics.jsonl"))) {
            assertThat(killed.isAlive()).as("the sweep is running").isTrue();
            TimeUnit.MILLISECONDS.sleep(50);
        }
        killed.destroyForcibly().waitFor();

        SweepProcess.Outcome second = sweep.run("run", file);
        assertThat(second.exit()).as(second.text()).isZero();
        assertThat(second.out()).contains("1 finished");
        assertThat(Files.readAllLines(sweep.trial(0).resolve("inputs/command.txt")))
                .hasSize(1);
    }

    private void awaitCheckpoints(Process running) throws IOException, InterruptedException {
        while (!hasCheckpoint(0) || !hasCheckpoint(1)) {
            assertThat(running.isAlive()).as("the sweep is running").isTrue();
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private boolean hasCheckpoint(int trial) throws IOException {
        Path checkpoints = sweep(trial).resolve("checkpoints"); // Old ones are deleted.
        String[] names = checkpoints.toFile().list((folder, name) -> name.matches("step-\\d+\\.safetensors"));
        return names != null && names.length > 0;
    }

    /** Returns the run folder of a trial, or one without its files: the folder of all sweeps exists before that of the first. */
    private Path sweep(int trial) throws IOException {
        String[] sweeps = folder.resolve("runs/sweeps").toFile().list();
        return sweeps != null && sweeps.length > 0 ? sweep.trial(trial) : folder;
    }
}
