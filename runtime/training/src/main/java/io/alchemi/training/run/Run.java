package io.alchemi.training.run;

import ai.djl.ndarray.NDArray;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.alchemi.command.ExitCode;
import io.alchemi.config.Loaded;
import io.alchemi.training.array.Workspace;
import io.alchemi.training.folder.RunFiles;
import io.alchemi.training.nn.Parameters;
import io.alchemi.training.optimizer.AdamW;
import io.alchemi.training.progress.Progress;
import io.alchemi.training.session.Session;
import io.alchemi.training.session.TensorEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A run, as seen by its trainer: the device, the model's parameters, the steps of the loop, and the outputs.
 *
 * <pre>
 * Model model = new Model(run.parameters(), config.model());
 * AdamW optimizer = new AdamW(run.parameters().trained(), LearningRate.constant(config.learningRate()));
 * for (Step step : run.steps(config.loop())) {
 *     step.update(optimizer, () -&gt; model.loss(data.batch(step.number())));
 *     if (step.evaluates()) {
 *         step.evaluation(() -&gt; model.evaluate(heldOut));
 *     }
 * }
 * </pre>
 */
public final class Run implements AutoCloseable {
    private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().create();

    private final Session session;
    private final Loaded<?> loaded;
    private final LoopKeys loops;
    private final DeclaredMetrics metrics;
    private final Path folder;
    private final Supplier<@Nullable Stop> stop;
    private final Workspace workspace;
    private final Parameters parameters;
    private final RunLog log;
    private final Checkpoints checkpoints;
    private final Backward backward;
    private final RunState state;
    private final FoundCheckpoints found;
    private final @Nullable Path initial;
    private final UnaryOperator<LoopSettings> replacement;
    private @Nullable Steps steps;
    private @Nullable LoopSettings loop;

    /**
     * Opens a run in its folder.
     *
     * @param start    the start of the run
     * @param progress shows the metrics
     * @param stop     called after each step and before each batch of an evaluation; ends the loop if not null
     */
    Run(RunStart start, Progress progress, Supplier<@Nullable Stop> stop, Backward backward) throws IOException {
        this.session = start.session();
        this.loaded = start.loaded();
        this.loops = start.loops();
        this.metrics = start.metrics();
        this.folder = start.state().folder();
        this.state = start.state();
        this.stop = stop;
        this.found = start.found();
        this.initial = start.initial();
        this.replacement = start.loop();
        Checkpoint resumed = found.newest();
        this.log = new RunLog(folder, progress, resumed);
        if (found.problemOfBest() != null) {
            // Its evaluation may no longer be in the log.
            Files.deleteIfExists(folder.resolve(RunFiles.BEST));
        }
        state.goOn(resumed == null ? 0 : resumed.done());
        this.workspace = session.workspace();
        this.parameters = new Parameters(workspace, session.seed());
        this.checkpoints = new Checkpoints(folder, parameters, start.facts(), found.usable());
        this.backward = backward;
    }

    /**
     * Opens a run for tests of a trainer. It shows no progress, and writes its files like any run.
     *
     * @param command the generated command of the trainer, which has the metrics that the trainer declares
     * @param loaded  a configuration with a global block
     * @param folder  an existing folder without the files of another run
     * @param <C>     the root record of the configuration
     * @return the run
     * @throws IOException if the folder cannot be written or has metrics of another run
     * @throws io.alchemi.config.ConfigException if this machine does not support the global block
     */
    public static <C> Run open(TrainCommand<C> command, Loaded<C> loaded, Path folder) throws IOException {
        return open(command, loaded, folder, () -> false);
    }

    /**
     * Opens a run that can be stopped, for tests of a trainer.
     *
     * @param command    the generated command of the trainer
     * @param loaded     a configuration with a global block
     * @param folder     an existing folder without the files of another run
     * @param <C>        the root record of the configuration
     * @param stopRequested called after each step except the last; true ends the training with a {@link TrainingException}
     * @return the run
     * @throws IOException if the folder cannot be written or has metrics of another run
     * @throws io.alchemi.config.ConfigException if this machine does not support the global block
     */
    public static <C> Run open(TrainCommand<C> command, Loaded<C> loaded, Path folder, BooleanSupplier stopRequested)
            throws IOException {
        return open(command, loaded, folder, stopRequested, Backward.PLAIN);
    }

    static <C> Run open(
            TrainCommand<C> command, Loaded<C> loaded, Path folder, BooleanSupplier stopRequested, Backward backward)
            throws IOException {
        RunStart start = RunStart.without(command, loaded, folder, FoundCheckpoints.NONE);
        return new Run(
                start,
                Progress.silent(folder.resolve(RunFiles.LOG)),
                () -> stopRequested.getAsBoolean() ? new Stop("a test", ExitCode.SAVED) : null,
                backward);
    }

    /**
     * Resumes a run from its newest checkpoint. The loop begins with the next step, and gives the same bits as a run that was never
     * interrupted.
     *
     * @param command the generated command of the trainer
     * @param loaded  the same configuration
     * @param folder  the folder of the run
     * @param <C>     the root record of the configuration
     * @return the run
     * @throws IOException if the folder cannot be written, or has no usable checkpoint
     */
    public static <C> Run resume(TrainCommand<C> command, Loaded<C> loaded, Path folder) throws IOException {
        FoundCheckpoints found = FoundCheckpoints.find(folder, Map.of());
        if (found.newest() == null) {
            throw new IOException(folder + " has no checkpoint to resume from"
                    + (found.problems().isEmpty() ? "" : ": " + String.join("; ", found.problems())));
        }
        return new Run(
                RunStart.without(command, loaded, folder, found),
                Progress.silent(folder.resolve(RunFiles.LOG)),
                () -> null,
                Backward.PLAIN);
    }

    /**
     * Returns device, data type and seed.
     *
     * @return the run-wide settings, resolved for this machine
     */
    public Session session() {
        return session;
    }

    /**
     * Returns the owner of the run's arrays.
     *
     * @return the workspace, which the run closes
     */
    public Workspace workspace() {
        return workspace;
    }

    /**
     * Returns the parameters of the model, which are saved in checkpoints.
     *
     * @return the root of all modules
     */
    public Parameters parameters() {
        return parameters;
    }

    /**
     * Returns the configuration with the locations of its values, for creating a {@link io.alchemi.config.ConfigException} about them.
     *
     * @return the loaded configuration
     */
    public Loaded<?> configuration() {
        return loaded;
    }

    /**
     * Returns the record of an input file with a schema, as it was when the configuration was loaded.
     *
     * @param file the path in the configuration's record
     * @param type the type of its record, as in {@code @Input(schema = …)}
     * @throws IllegalArgumentException if no such file was read as a record of this type
     */
    public <R> R input(Path file, Class<R> type) {
        return loaded.input(file, type);
    }

    /**
     * Returns the folder of the run.
     *
     * @return an existing folder
     */
    public Path folder() {
        return folder;
    }

    /**
     * Resolves an output path of the configuration, and creates its folder.
     *
     * @param output a path relative to the run's folder
     */
    public Path output(Path output) throws IOException {
        Path file = folder.resolve(output);
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        return file;
    }

    /** Writes a value as JSON to an output path of the configuration. */
    public void writeJson(Path output, Object value) throws IOException {
        Files.writeString(output(output), JSON.toJson(value) + "\n");
    }

    /**
     * Starts the training loop. Create the model and its optimizer first.
     *
     * @param settings settings of the loop
     * @return the steps, to be iterated once. A step is counted, logged and saved when the next one is requested. A loop that is left by
     *     {@code break} is ended by the command
     * @throws IllegalStateException     if the run already has a loop
     * @throws io.alchemi.config.ConfigException           if the disk has not enough space for the checkpoints
     * @throws TrainingException         from the iteration, if the process was told to stop
     */
    public Iterable<Step> steps(LoopSettings settings) {
        if (steps != null) {
            throw new IllegalStateException("a run has one training loop; call run.steps(…) once");
        }
        LoopSettings applied = replacement.apply(settings);
        Checkpoint resumed = found.newest();
        if (resumed != null && found.problemOfBest() != null) {
            restoreBest(resumed);
        }
        Steps begun = new Steps(this, applied, log, checkpoints, resumed);
        if (resumed != null) {
            checkpoints.restore(resumed, session.workspace());
        } else if (initial != null) {
            checkpoints.initialize(initial, "what --init-from names", session.workspace());
        }
        loop = settings;
        state.beginLoop(applied.maxSteps());
        requireSpace(settings);
        steps = begun;
        AtomicBoolean iterated = new AtomicBoolean();
        return () -> {
            if (iterated.getAndSet(true)) {
                throw new IllegalStateException("a training loop runs once; iterate over run.steps(…) once");
            }
            return begun;
        };
    }

    /** Writes the best parameters again if a checkpoint has them. */
    private void restoreBest(Checkpoint resumed) {
        Long step = resumed.bestStep();
        Path source = found.checkpointOfBest();
        if (step != null && source != null) {
            try {
                checkpoints.restoreBest(source, step, session.workspace());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void requireSpace(LoopSettings settings) {
        try {
            DiskSpace.require(folder, requiredBytes() - checkpoints.savedBytes(), settings, loops);
        } catch (IOException e) {
            throw new TrainingException("the folder of the run cannot be used: " + e.getMessage());
        }
    }

    DeclaredMetrics metrics() {
        return metrics;
    }

    void use(AdamW optimizer) {
        checkpoints.use(optimizer);
    }

    /** Computes the gradients of a step. DJL's own random numbers are also seeded from seed and step. */
    Map<String, NDArray> backward(Step step, AdamW optimizer, Supplier<Loss> loss) {
        return backward.gradients(step, optimizer, () -> {
            TensorEngine.seed(session.seed(), step.number());
            return parameters.training(step.number(), loss);
        });
    }

    /** Computes a loss again, without gradients, with the random numbers of its step. */
    Loss repeat(Step step, Supplier<Loss> loss) {
        TensorEngine.seed(session.seed(), step.number());
        return workspace.scoped(() -> {
            Loss computed = parameters.training(step.number(), loss);
            computed.total();
            return computed;
        });
    }

    /** Runs an evaluation. The training can be stopped between its batches. */
    Evaluation evaluate(Supplier<Evaluation> evaluate, long step) {
        return workspace.scoped(
                () -> {
                    Stop requested = stop.get();
                    if (requested != null) {
                        throw StoppedException.inEvaluation(step, requested);
                    }
                },
                evaluate);
    }

    /** Returns why to stop the training, or null to continue. */
    @Nullable
    Stop stopRequested() {
        return stop.get();
    }

    /** Returns the loop of the trainer, or null before {@link #steps}. */
    @Nullable
    LoopSettings loop() {
        return loop;
    }

    /** Returns the disk space that the checkpoints of the run need, in bytes. */
    long requiredBytes() {
        return checkpoints.requiredBytes(Objects.requireNonNull(loop));
    }

    /** Loads a checkpoint of this run into its parameters. */
    void readBack(Checkpoint saved) {
        checkpoints.initialize(saved.file(), saved.file().toString(), session.workspace());
    }

    /** Returns the lock and the status of the run. */
    RunState state() {
        return state;
    }

    /**
     * Ends a loop that the trainer left by {@code break}. The command calls this; a test of such a trainer must call it too.
     *
     * @return the lines that the command prints about the run
     */
    public List<String> finish() {
        if (steps != null) {
            steps.end();
        }
        return log.result();
    }

    /** Frees the arrays of the run and closes its files. */
    @Override
    public void close() throws IOException {
        try (state;
                log) {
            workspace.close();
        }
    }
}
