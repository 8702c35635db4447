package io.alchemi.training.run;

import ai.djl.engine.Engine;
import com.google.gson.JsonObject;
import io.alchemi.command.arguments.Arguments;
import io.alchemi.config.Loaded;
import io.alchemi.config.layer.Source;
import io.alchemi.config.tree.Scalar;
import io.alchemi.training.folder.RunEnvironment;
import io.alchemi.training.folder.RunFiles;
import io.alchemi.training.folder.RunStatus;
import io.alchemi.training.session.Session;
import io.alchemi.training.session.TensorEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Opens the run that a command starts or resumes. */
final class RunOpening {
    private static final String COPY_OF_TRIAL = "copy the folder out of the sweep and resume the copy";

    private final TrainRequest<?> request;
    private final Session session;
    private final Supplier<@Nullable Stop> stop;

    /** @param stop returns why to stop the training, or null to continue */
    RunOpening(TrainRequest<?> request, Session session, Supplier<@Nullable Stop> stop) {
        this.request = request;
        this.session = session;
        this.stop = stop;
    }

    /**
     * Creates the folder of a new run. If that fails, no folder is left.
     *
     * @throws IOException if a file cannot be read or written
     * @throws TrainingException if the folder cannot be created
     * @throws io.alchemi.config.ConfigException if {@code --init-from} names no parameters
     */
    Run create() throws IOException {
        Path parameters = request.initialParameters();
        String name = request.options().name();
        Path given = request.folder();
        Path folder = given != null
                ? RunFolder.create(given)
                : RunFolder.create(
                        request.command(), name == null ? "" : name, LocalDateTime.now(ZoneId.systemDefault()));
        try {
            return create(
                    RunState.create(
                            folder,
                            request.command(),
                            request.schema().rootFacts().id(),
                            name),
                    parameters);
        } catch (IOException | RuntimeException e) {
            RunFolder.delete(folder);
            throw e;
        }
    }

    /**
     * Writes the configuration last. If the process is killed earlier, the run counts as damaged and is not resumed with incomplete files.
     */
    private Run create(RunState state, @Nullable Path parameters) throws IOException {
        Path folder = state.folder();
        try {
            state.begin(null);
            if (parameters != null) {
                Files.createDirectories(folder.resolve(RunFiles.CHECKPOINTS));
                Files.copy(parameters, folder.resolve(RunFiles.INITIAL));
            }
            writeCommand(folder);
            RunEnvironment.write(
                    RunEnvironment.describe(engine()),
                    firstFile(),
                    folder,
                    request.loaded().mask());
            RunConfiguration.write(
                    request.schema(), request.loaded(), request.loader().jsonSchema(), request.files(), folder);
            Run run = open(state, FoundCheckpoints.NONE, RunFacts.of(request, loaded(folder)));
            List<String> names = request.files().stream().map(Path::toString).toList();
            request.say("run " + folder + ", " + (names.isEmpty() ? "without a file" : String.join(", ", names)));
            return run;
        } catch (IOException | RuntimeException e) {
            state.close();
            throw e;
        }
    }

    /**
     * Opens the folder of a run to resume. If it cannot be resumed, it is left unchanged.
     *
     * @throws IOException if the folder cannot be used, or another process uses it
     * @throws io.alchemi.config.ConfigException if the configuration or an input file was changed, or the run has
     *     finished
     * @throws TrainingException if the run has saved something, but no checkpoint is usable
     */
    Run resume(Path folder) throws IOException {
        RunState state = RunState.open(folder);
        try {
            Loaded<?> before = loaded(folder);
            RunStatus status = state.status();
            if (status.state() == RunStatus.State.FINISHED && !RunConfiguration.isChanged(before, request.loaded())) {
                throw RunFolder.refused(
                        folder,
                        "the run has finished",
                        RunFiles.isTrial(folder)
                                ? COPY_OF_TRIAL + " with a higher max_steps to go on"
                                : "raise max_steps with --set to go on");
            }
            Map<String, String> facts = RunFacts.of(request, before);
            FoundCheckpoints found = FoundCheckpoints.find(folder, facts);
            requireUsable(folder, found, status);
            Checkpoint newest = found.newest();
            List<Scalar[]> changes = RunConfiguration.changes(
                    before, request.loaded(), request.loops(), newest == null ? 0 : newest.done());
            if (!changes.isEmpty() && RunFiles.isTrial(folder)) { // The sweep would show it with its former values.
                throw RunFolder.refused(
                        folder, "the run is a trial of a sweep, whose configuration cannot change", COPY_OF_TRIAL);
            }
            RunInputs.requireUnchanged(folder);
            state.begin(newest);
            return resume(state, found, facts, changes);
        } catch (IOException | RuntimeException e) {
            state.close();
            throw e;
        }
    }

    private Run resume(RunState state, FoundCheckpoints found, Map<String, String> facts, List<Scalar[]> changes)
            throws IOException {
        Path folder = state.folder();
        Checkpoint newest = found.newest();
        try {
            for (String problem : found.problems()) {
                warn(folder, problem + "; an older checkpoint is used");
            }
            if (found.problemOfBest() != null) {
                warn(folder, found.problemOfBest() + "; " + withoutBest(found));
            }
            writeCommand(folder);
            JsonObject environment = RunEnvironment.describe(engine());
            for (String difference : RunEnvironment.differences(folder, environment)) {
                request.warn(difference + "; the last digits of results may differ");
            }
            RunEnvironment.writeResumed(environment, folder, request.loaded().mask());
            FoundCheckpoints.sweep(folder);
            if (newest == null) {
                deleteResults(folder, RunFiles.BEST, RunFiles.METRICS, RunFiles.EVALUATIONS);
            }
            Run run = open(state, found, facts);
            RunConfiguration.rewrite(folder, changes);
            deleteResults(folder, RunFiles.FINAL);
            request.say(
                    newest == null
                            ? "run " + folder + " has no checkpoint yet; it begins again"
                            : "run " + folder + " goes on after step " + newest.done());
            return run;
        } catch (IOException | RuntimeException e) {
            state.restore();
            throw e;
        }
    }

    /** Returns the configuration in the folder of a run. */
    private Loaded<?> loaded(Path folder) {
        return request.loader().load(Source.file(folder.resolve(RunFiles.CONFIG)));
    }

    private Run open(RunState state, FoundCheckpoints found, Map<String, String> facts) throws IOException {
        Path initial = state.folder().resolve(RunFiles.INITIAL);
        RunStart start = new RunStart(
                session,
                request.loaded(),
                request.loops(),
                request.metrics(),
                state,
                found,
                RunFacts.withThreads(facts),
                Files.exists(initial) ? initial : null,
                UnaryOperator.identity());
        return new Run(start, request.progress(state.folder()), stop, Backward.PLAIN);
    }

    /** Refuses a run that has saved something but cannot be resumed from it. */
    private static void requireUsable(Path folder, FoundCheckpoints found, RunStatus status) {
        String saved = status.checkpoint();
        if (found.newest() == null && !found.problems().isEmpty()) {
            throw unusable(folder, found.problems());
        } else if (found.newest() == null && saved != null) {
            throw unusable(folder, List.of("the run had saved " + saved + ", which is no longer there"));
        } else if (found.newest() == null && status.state() == RunStatus.State.FINISHED && status.step() > 0) {
            throw unusable(folder, List.of("the run has finished, but there is no checkpoint"));
        }
    }

    /** Prints a warning, and adds it to the log of the run. */
    private void warn(Path folder, String warning) throws IOException {
        request.warn(warning);
        Files.writeString(
                folder.resolve(RunFiles.LOG),
                "warning: " + warning + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /** Returns what is done about best parameters that do not fit. */
    private static String withoutBest(FoundCheckpoints found) {
        Path source = found.checkpointOfBest();
        if (source != null) {
            return "it is written again from " + source.getFileName();
        }
        return Objects.requireNonNull(found.newest()).bestStep() == null
                ? "it is deleted"
                : "the best evaluation is forgotten, and the next one counts as the best";
    }

    private static TrainingException unusable(Path folder, List<String> problems) {
        return new TrainingException("no checkpoint of " + folder + " can be used\n  "
                + String.join("\n  ", problems)
                + "\n  restore the file, or start a new run, with --init-from for the parameters of this one");
    }

    /** Returns the first configuration file, whose repository is described, or without a file one in the working directory. */
    private Path firstFile() {
        return request.files().isEmpty()
                ? Path.of(RunFiles.CONFIG)
                : request.files().get(0);
    }

    /** Deletes results that the resumed run will write again. */
    private static void deleteResults(Path folder, String... files) throws IOException {
        for (String file : files) {
            Files.deleteIfExists(folder.resolve(file));
        }
    }

    /** Appends the command line to those of the run. */
    private void writeCommand(Path folder) throws IOException {
        StringBuilder line = new StringBuilder(request.console().program().call(request.command()));
        for (String argument : request.arguments()) {
            line.append(' ').append(Arguments.quote(argument));
        }
        Files.createDirectories(folder.resolve(RunFiles.INPUTS));
        Files.writeString(
                folder.resolve(RunFiles.COMMAND),
                request.loaded().mask().apply(line.append('\n').toString()),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private JsonObject engine() {
        Engine engine = Engine.getInstance();
        JsonObject facts = new JsonObject();
        facts.addProperty("djl", Engine.getDjlVersion());
        facts.addProperty("engine", engine.getEngineName() + " " + engine.getVersion());
        facts.addProperty("device", session.deviceName());
        facts.addProperty("gpus", engine.getGpuCount());
        facts.addProperty("dtype", session.dataType().name().toLowerCase(Locale.ROOT));
        facts.addProperty("threads", TensorEngine.threads());
        return facts;
    }
}
