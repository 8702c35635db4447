package io.alchemi.training.run;

import io.alchemi.config.Loaded;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Checks for trainers, to be called from tests. */
public final class TrainerChecks {
    private TrainerChecks() {}

    /**
     * The extent of a resume check.
     *
     * @param kills         number of times a process was killed
     * @param killsInWrites number of kills that left a partially written checkpoint
     * @param lines         compared lines of metrics and evaluations
     * @param bytes         compared bytes of final parameters
     */
    public record Resumed(int kills, int killsInWrites, int lines, long bytes) {}

    /**
     * Checks that gradients do not depend on the garbage collector.
     *
     * <p>After an operator of DJL with a Java number, such as {@code x.mul(2f)}, or if an array over Java memory is closed too early, the
     * backward pass reads memory that the garbage collector may already have freed. The gradient is then garbage, without any error. The
     * check runs the trainer, repeats each step with a collection before the backward pass, and compares the gradients bit by bit.
     *
     * <p>A few steps are enough, so the configuration should have few. The loss of a step is computed several times. It must depend only on
     * the number of the step, not on how often it is computed.
     *
     * @param command the generated command of the trainer
     * @param loaded  its configuration
     * @param folder  an existing folder for the files of the run
     * @param <C>     the root record of the configuration
     * @throws IOException    if a file cannot be read or written
     * @throws AssertionError naming step and parameters if a gradient changes, or if the trainer updates nothing
     */
    public static <C> void gradients(TrainCommand<C> command, Loaded<C> loaded, Path folder) throws IOException {
        GradientCheck.run(command, loaded, folder);
    }

    /**
     * Checks that a run that was killed and resumed gives the same bits as a run that was never killed. Starts the trainer in separate
     * processes, kills them with SIGKILL after a new checkpoint, resumes them, and compares all metrics, all evaluations and the final
     * parameters.
     *
     * <p>The configuration should save every few steps, and have enough steps for all kills.
     *
     * @param command       the generated command of the trainer
     * @param configuration the configuration file
     * @param options       further command-line options
     * @param folder        an empty folder for the runs
     * @param kills         number of kills
     * @param killsInWrites minimum number of kills while a checkpoint is written
     * @return the extent of the check
     * @throws IOException    if a process cannot be started, or a file cannot be read
     * @throws InterruptedException if the thread is interrupted while it waits
     * @throws AssertionError if anything differs, if a process fails, or if the run ends before all kills
     */
    public static Resumed resumes(
            TrainCommand<?> command,
            Path configuration,
            List<String> options,
            Path folder,
            int kills,
            int killsInWrites)
            throws IOException, InterruptedException {
        return new ResumeCheck(command.getClass(), configuration, options, folder).run(kills, killsInWrites);
    }
}
