package io.alchemi.trainers.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.trainers.alignment.AlignmentTrainerMain;
import io.alchemi.trainers.mae.MaePretrainerMain;
import io.alchemi.training.run.TrainCommand;
import io.alchemi.training.run.TrainerChecks;
import io.alchemi.training.run.TrainerChecks.Resumed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed at any moment can be resumed with the same results. */
class ResumeAfterKillTest {
    /** The deep run uses more. */
    private static final int KILLS = Integer.getInteger("alchemi.kills", 3);

    private static final int IN_WRITES = Math.min(2, KILLS / 3);

    @TempDir
    private Path folder;

    @Test
    void alignment() throws IOException, InterruptedException {
        check(
                new AlignmentTrainerMain(),
                Path.of("../configs/phase2/alignment.yaml"),
                "--set",
                "trainer={max_steps: " + 14 * KILLS + ", save_every: 3, eval_every: 7, eval_pairs: 16, batch_size: 4}",
                "--set",
                "model={embed_dim: 16, depth: 1, heads: 2, feed_forward_dim: 32}");
    }

    @Test
    void maskedAutoencoder() throws IOException, InterruptedException {
        check(
                new MaePretrainerMain(),
                CommandLine.SMALL,
                "--set",
                "train.max_steps=" + 20 * KILLS,
                "--set",
                "train.save_every=4");
    }

    private void check(TrainCommand<?> command, Path configuration, String... options)
            throws IOException, InterruptedException {
        Resumed resumed = TrainerChecks.resumes(command, configuration, List.of(options), folder, KILLS, IN_WRITES);
        System.out.println(command.name() + ": " + resumed);
        assertThat(resumed.kills()).isGreaterThanOrEqualTo(KILLS);
        assertThat(resumed.killsInWrites()).isGreaterThanOrEqualTo(IN_WRITES);
        assertThat(resumed.lines()).isPositive();
    }
}
