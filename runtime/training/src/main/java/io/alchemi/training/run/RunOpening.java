package io.alchemi.training.run;

import ai.djl.engine.Engine;
import com.google.gson.JsonObject;
import io.alchemi.command.arguments.Arguments;
import io.alchemi.config.Loaded;
import io.alchemi.config.layer.Source;
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
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Opens the run that a command starts or resumes. */
final class RunOpening {
    private final TrainRequest<?> request;
    private final Session session;
    private final Supplier<@Nullable Stop> stop;

    /**
     * Opens nothing yet.
     *
     * @param stop why the training is to stop, or null to go on
     */
    RunOpening(TrainRequest<?> request, Session session, Supplier<@Nullable Stop> stop) {
        this.request = request;
        this.session = session;
        this.stop = stop;
    }

    /**
     * Creates the folder of a new run, or nothing if it fails.
     *
     * @throws IOException if the folder cannot be written
     * @throws io.alchemi.config.ConfigException if there are no parameters where {@code --init-from} says
     */
    Run create() throws IOException {
        Path parameters = request.initialParameters();
        String name = request.options().name();
        Path folder = RunFolder.create(
                request.command(), name == null ? "" : name, LocalDateTime.now(ZoneId.systemDefault()));
        try {
            return create(lock(folder, name), parameters);
        } catch (IOException | RuntimeException e) {
            RunFolder.delete(folder);
            throw e;
        }
    }

    private Run create(RunState state, @Nullable Path parameters) throws IOException {
        Path folder = state.folder();
        try {
            state.begin();
            RunConfiguration.write(
                    request.schema(), request.loaded(), request.loader().jsonSchema(), request.file(), folder);
            if (parameters != null) {
                Files.copy(parameters, folder.resolve(RunFiles.INITIAL));
            }
            writeCommand(folder);
            RunEnvironment.write(RunEnvironment.describe(engine()), request.file(), folder);
            Run run = open(state, FoundCheckpoints.NONE, RunFacts.of(request, loaded(folder), session));
            request.say("run " + folder + ", " + request.file());
            return run;
        } catch (IOException | RuntimeException e) {
            state.close();
            throw e;
        }
    }

    /**
     * Opens the folder of a run that goes on. If it fails, the run is as it was.
     *
     * @throws IOException if it cannot be used, or another process uses it
     * @throws io.alchemi.config.ConfigException if the configuration was changed, or the run has finished
     * @throws TrainingException if it has saved something, but no checkpoint can be used
     */
    Run resume(Path folder) throws IOException {
        Loaded<?> before = loaded(folder);
        RunStatus status = RunStatus.read(folder);
        if (status.state() == RunStatus.State.FINISHED && !RunConfiguration.isChanged(before, request.loaded())) {
            throw RunFolder.refused(folder, "the run has finished", "raise max_steps with --set to go on");
        }
        RunState state = lock(folder, status.name());
        try {
            Map<String, String> facts = RunFacts.of(request, before, session);
            FoundCheckpoints found = FoundCheckpoints.find(folder, facts);
            Checkpoint newest = found.newest();
            requireUsable(folder, found, status);
            RunConfiguration.change(
                    before, request.loaded(), request.loops(), folder, newest == null ? 0 : newest.done());
            FoundCheckpoints.sweep(folder);
            deleteResults(folder, newest);
            writeCommand(folder);
            JsonObject environment = RunEnvironment.describe(engine());
            for (String difference : RunEnvironment.differences(folder, environment)) {
                request.say("note: " + difference + "; the last digits of results may differ");
            }
            RunEnvironment.writeResumed(environment, folder);
            Run run = open(state, found, facts);
            state.begin();
            request.say(
                    newest == null
                            ? "run " + folder + " has no checkpoint yet; it begins again"
                            : "run " + folder + " goes on after step " + newest.done());
            return run;
        } catch (IOException | RuntimeException e) {
            state.close();
            throw e;
        }
    }

    private RunState lock(Path folder, @Nullable String name) throws IOException {
        return RunState.lock(
                folder, request.command(), request.schema().rootFacts().id(), name);
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
                request.metrics(),
                state,
                found,
                RunFacts.withThreads(facts),
                Files.exists(initial) ? initial : null,
                UnaryOperator.identity());
        return new Run(start, request.progress(state.folder()), stop, Backward.PLAIN);
    }

    /** Refuses a run that has saved something from which it cannot go on, and warns if its newest checkpoint is not used. */
    private void requireUsable(Path folder, FoundCheckpoints found, RunStatus status) throws IOException {
        if (found.newest() != null) {
            for (String problem : found.problems()) {
                String warning = problem + "; an older checkpoint is used";
                request.warn(warning);
                Files.writeString(
                        folder.resolve(RunFiles.LOG),
                        "warning: " + warning + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            }
        } else if (!found.problems().isEmpty()) {
            throw unusable(folder, found.problems());
        } else if (status.checkpoint() != null || status.state() == RunStatus.State.FINISHED) {
            String named = status.checkpoint() == null ? "its checkpoints" : status.checkpoint();
            throw unusable(folder, List.of("the run had saved " + named + ", which is no longer there"));
        }
    }

    private static TrainingException unusable(Path folder, List<String> problems) {
        return new TrainingException("no checkpoint of " + folder + " can be used\n  "
                + String.join("\n  ", problems)
                + "\n  restore the file, or start a new run, with --init-from for the parameters of this one");
    }

    /** Deletes results that come again. */
    private static void deleteResults(Path folder, @Nullable Checkpoint newest) throws IOException {
        Files.deleteIfExists(folder.resolve(RunFiles.FINAL));
        if (newest == null) {
            for (String file : List.of(RunFiles.BEST, RunFiles.METRICS, RunFiles.EVALUATIONS)) {
                Files.deleteIfExists(folder.resolve(file));
            }
        }
    }

    /** Adds the command line to those of the run. */
    private void writeCommand(Path folder) throws IOException {
        StringBuilder line = new StringBuilder("alchemi ").append(request.command());
        for (String argument : request.arguments()) {
            line.append(' ').append(Arguments.quote(argument));
        }
        Files.createDirectories(folder.resolve(RunFiles.INPUTS));
        Files.writeString(
                folder.resolve(RunFiles.COMMAND),
                line.append('\n'),
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
