package io.alchemi.training.run;

import ai.djl.ndarray.NDArray;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.alchemi.config.Loaded;
import io.alchemi.training.array.Workspace;
import io.alchemi.training.nn.Parameters;
import io.alchemi.training.optimizer.AdamW;
import io.alchemi.training.progress.Progress;
import io.alchemi.training.session.RuntimeConfigMerge;
import io.alchemi.training.session.Session;
import io.alchemi.training.session.TensorEngine;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A run as its trainer sees it: where to compute, the model's parameters, the steps of the loop, and where results go.
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
    private final Path folder;
    private final BooleanSupplier stopRequested;
    private final Workspace workspace;
    private final Parameters parameters;
    private final RunLog log;
    private final Checkpoints checkpoints;
    private final Backward backward;
    private @Nullable Path resumed;
    private @Nullable Steps steps;

    /**
     * Opens a run in its folder.
     *
     * @param loaded     its configuration
     * @param stopRequested true once the loop is to end after the current step
     * @param facts      what identifies the run, written into the metadata of its parameters
     */
    Run(
            Session session,
            Loaded<?> loaded,
            Path folder,
            Progress progress,
            BooleanSupplier stopRequested,
            Map<String, String> facts,
            Backward backward)
            throws IOException {
        this.session = session;
        this.loaded = loaded;
        this.folder = folder;
        this.stopRequested = stopRequested;
        this.log = new RunLog(folder, progress);
        this.workspace = new Workspace(session.device(), session.dataType());
        this.parameters = new Parameters(workspace, session.seed());
        this.checkpoints = new Checkpoints(folder.resolve("checkpoints"), parameters, facts);
        this.backward = backward;
    }

    /**
     * Opens a run without a command, for tests: it shows no progress and writes its files as any run.
     *
     * @param loaded a configuration with a global block
     * @param folder an existing folder without the files of another run
     * @return the run
     * @throws IOException if the folder cannot be written or has metrics of another run
     * @throws io.alchemi.config.ConfigException if this machine cannot do what the global block says
     */
    public static Run open(Loaded<?> loaded, Path folder) throws IOException {
        return open(loaded, folder, () -> false);
    }

    /**
     * Opens a run without a command that can be stopped.
     *
     * @param loaded     a configuration with a global block
     * @param folder     an existing folder without the files of another run
     * @param stopRequested asked after each step but the last; true ends the training with a {@link TrainingException}
     * @return the run
     * @throws IOException if the folder cannot be written or has metrics of another run
     * @throws io.alchemi.config.ConfigException if this machine cannot do what the global block says
     */
    public static Run open(Loaded<?> loaded, Path folder, BooleanSupplier stopRequested) throws IOException {
        return open(loaded, folder, stopRequested, Backward.PLAIN);
    }

    static Run open(Loaded<?> loaded, Path folder, BooleanSupplier stopRequested, Backward backward)
            throws IOException {
        Session session = Session.open(new RuntimeConfigMerge().of(loaded), Map.of());
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Progress progress = new Progress(nowhere, Progress.Style.NONE, folder.resolve("log.txt"));
        return new Run(session, loaded, folder, progress, stopRequested, Map.of(), backward);
    }

    /**
     * Opens a run that goes on from a checkpoint: its loop begins with the step after it, and gives the bits of a run that never
     * stopped.
     *
     * @param loaded     the same configuration
     * @param folder     an existing folder without the files of another run
     * @param checkpoint a file {@code step-NUMBER.safetensors}
     * @return the run
     * @throws IOException if the folder cannot be written or has metrics of another run
     */
    public static Run resume(Loaded<?> loaded, Path folder, Path checkpoint) throws IOException {
        Run run = open(loaded, folder);
        run.resumed = checkpoint;
        return run;
    }

    /**
     * Returns where to compute, in which type, from which seed.
     *
     * @return the run-wide settings as they are on this machine
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
     * Returns the parameters of the model, which checkpoints hold.
     *
     * @return the root of all modules
     */
    public Parameters parameters() {
        return parameters;
    }

    /**
     * Returns the record of an input file with a schema, as read when the configuration was loaded.
     *
     * @param file the path that the configuration's record holds
     * @param type the type of its record, which {@code @Input(schema = …)} states
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
     * Returns the file of an output that the configuration names, and creates its folder.
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

    /** Writes a value as JSON to an output that the configuration names. */
    public void writeJson(Path output, Object value) throws IOException {
        Files.writeString(output(output), JSON.toJson(value) + "\n");
    }

    /**
     * Begins the training loop. The model and its optimizer are made before.
     *
     * @param settings length of the loop, and what is due when
     * @return the steps, to be iterated once: each is counted, logged and saved when the next one is asked for. A loop that is left by
     *     {@code break} ends with the command
     * @throws IllegalStateException     if the run already has a loop
     * @throws TrainingException         from the iteration, if the process was told to stop
     */
    public Iterable<Step> steps(LoopSettings settings) {
        if (steps != null) {
            throw new IllegalStateException("a run has one training loop; call run.steps(…) once");
        }
        BestEvaluation best = new BestEvaluation(settings);
        long done = resumed == null
                ? 0
                : checkpoints.restore(resumed, new Workspace(session.device(), session.dataType()), best);
        Steps begun = new Steps(this, settings, log, checkpoints, done, best);
        steps = begun;
        AtomicBoolean iterated = new AtomicBoolean();
        return () -> {
            if (iterated.getAndSet(true)) {
                throw new IllegalStateException("a training loop runs once; iterate over run.steps(…) once");
            }
            return begun;
        };
    }

    void use(AdamW optimizer) {
        checkpoints.use(optimizer);
    }

    /** Computes the gradients of a step. DJL's own random numbers are a function of seed and step too. */
    Map<String, NDArray> backward(Step step, AdamW optimizer, Supplier<Loss> loss) {
        return backward.gradients(step, optimizer, () -> {
            TensorEngine.seed(session.seed(), step.number());
            return parameters.training(step.number(), loss);
        });
    }

    /** Ends the training if the process was told to stop. */
    void stopIfRequested(long step) {
        if (stopRequested.getAsBoolean()) {
            throw new TrainingException("interrupted after step " + step);
        }
    }

    /**
     * Ends a loop that the trainer left by {@code break}. The command does so; a test of such a trainer has to.
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
        try (log) {
            workspace.close();
        }
    }
}
