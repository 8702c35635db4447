package io.alchemi.training.run;

import io.alchemi.config.Loaded;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Checks for tests of trainers. */
public final class TrainerChecks {
    private TrainerChecks() {}

    /**
     * What was done to check that runs resume.
     *
     * @param kills         how often a process was killed
     * @param killsInWrites how many of these left a checkpoint half written
     * @param lines         lines of metrics and evaluations that were compared
     * @param bytes         bytes of final parameters that were compared
     */
    public record Resumed(int kills, int killsInWrites, int lines, long bytes) {}

    /**
     * Checks that gradients do not depend on the garbage collector.
     *
     * <p>An operator of DJL with a Java number, such as {@code x.mul(2f)}, and an array over Java memory that is closed too early leave
     * memory to the collector that the backward pass still reads: the gradient is then garbage, without any error. The check runs the
     * trainer, repeats each step with a collection before the backward pass, and compares the gradients bit by bit.
     *
     * <p>A few steps suffice, so the configuration should ask for few. The loss of a step is computed several times: it must depend on
     * the number of the step only, and not on how often it was asked for.
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
     * Checks that a run that was killed and resumed gives the bits of a run that was never killed: starts the trainer in processes of
     * its own, kills them with SIGKILL after a new checkpoint, resumes them, and compares all metrics, all evaluations and the final
     * parameters.
     *
     * <p>The configuration should save often, every few steps, and have enough steps for all kills.
     *
     * @param command       the generated command of the trainer
     * @param configuration the configuration file
     * @param options       further options of the command line
     * @param folder        an empty folder for the runs
     * @param kills         how often to kill
     * @param killsInWrites how many kills must hit a checkpoint while it is written
     * @return what was done
     * @throws IOException    if a process cannot be started, or a file cannot be read
     * @throws InterruptedException if the thread is interrupted while it waits
     * @throws AssertionError if anything differs, if a process fails, or if the run ends before it was killed so often
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
