package io.alchemi.training.run;

import ai.djl.engine.Engine;
import com.google.gson.JsonObject;
import io.alchemi.config.Loaded;
import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.Schema;
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
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Opens the folder of a run that a command starts or resumes. */
final class RunOpening {
    private final TrainRequest<?> request;
    private final Session session;
    private final Schema schema;

    RunOpening(TrainRequest<?> request, Session session) {
        this.request = request;
        this.session = session;
        this.schema = request.schema();
    }

    /**
     * Creates the folder of a new run.
     *
     * @throws IOException if it cannot be made
     */
    RunStart create() throws IOException {
        TrainOptions options = request.options();
        String name = options.name();
        Path initial = options.initFrom() == null ? null : FinishedRun.parameters(options.initFrom());
        Path folder = RunFolder.create(
                request.command(), name == null ? "" : name, LocalDateTime.now(ZoneId.systemDefault()));
        RunState state =
                RunState.lock(folder, request.command(), schema.rootFacts().id(), name);
        try {
            RunConfiguration.write(schema, request.loaded(), request.loader().jsonSchema(), request.file(), folder);
            writeCommand(folder);
            RunEnvironment.write(environment(request.file(), folder), folder);
            request.say("run " + folder + ", " + request.file());
            return new RunStart(
                    session,
                    request.loaded(),
                    request.metrics(),
                    state.begin(),
                    SavedState.Found.NOTHING,
                    facts(folder),
                    initial,
                    UnaryOperator.identity());
        } catch (IOException | RuntimeException e) {
            state.close();
            throw e;
        }
    }

    /**
     * Opens the folder of a run that goes on.
     *
     * @throws IOException if it cannot be used, or another process uses it
     * @throws io.alchemi.config.ConfigException if the configuration was changed, or the run has finished
     * @throws TrainingException if it has no undamaged checkpoint
     */
    RunStart resume(Path folder) throws IOException {
        Loaded<?> before = request.loader().load(Source.file(request.file()));
        boolean changed = RunConfiguration.isChanged(before, request.loaded());
        RunStatus status = RunStatus.read(folder);
        if (!changed && status.state() == RunStatus.State.FINISHED) {
            throw RunFolder.refused(folder, "the run has finished", "raise max_steps with --set to go on");
        }
        RunState state =
                RunState.lock(folder, request.command(), schema.rootFacts().id(), status.name());
        try {
            Map<String, String> facts = facts(folder);
            SavedState.Found found = usable(folder, facts);
            RunConfiguration.change(before, request.loaded(), folder, done(found));
            if (found.newest() == null) {
                Files.deleteIfExists(folder.resolve(RunFiles.METRICS));
                Files.deleteIfExists(folder.resolve(RunFiles.EVALUATIONS));
            }
            writeCommand(folder);
            JsonObject environment = environment(folder.resolve(RunFiles.CONFIG), folder);
            for (String difference : RunEnvironment.differences(folder, environment)) {
                request.say("note: " + difference + "; the last digits of results may differ");
            }
            RunEnvironment.write(environment, folder);
            return new RunStart(
                    session,
                    request.loaded(),
                    request.metrics(),
                    state.begin(),
                    found,
                    facts,
                    null,
                    UnaryOperator.identity());
        } catch (IOException | RuntimeException e) {
            state.close();
            throw e;
        }
    }

    private SavedState.Found usable(Path folder, Map<String, String> facts) throws IOException {
        SavedState.Found found = SavedState.find(folder, facts);
        SavedState newest = found.newest();
        if (newest == null && !found.problems().isEmpty()) {
            throw new TrainingException(
                    "no checkpoint can be used: " + String.join("; ", found.problems()) + "; start a new run");
        }
        for (String problem : found.problems()) {
            request.say("warning: " + problem + "; an older checkpoint is used");
        }
        if (newest == null) {
            request.say("run " + folder + " has no checkpoint yet; it begins again");
        } else {
            request.say("run " + folder + " goes on after step " + newest.step());
        }
        return found;
    }

    private static long done(SavedState.Found found) {
        SavedState newest = found.newest();
        return newest == null ? 0 : newest.step();
    }

    /** Adds the command line to those of the run. */
    private void writeCommand(Path folder) throws IOException {
        StringBuilder line = new StringBuilder("alchemi ").append(request.command());
        for (String argument : request.arguments()) {
            line.append(' ')
                    .append(
                            argument.matches("[A-Za-z0-9_./:=,@%+-]+")
                                    ? argument
                                    : "'" + argument.replace("'", "'\\''") + "'");
        }
        Files.writeString(
                folder.resolve(RunFiles.COMMAND),
                line.append('\n'),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private JsonObject environment(Path configuration, Path folder) throws IOException {
        return RunEnvironment.describe(engine(), configuration, folder);
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

    /** Returns what identifies the run, for files of parameters that are copied out of its folder. */
    private Map<String, String> facts(Path folder) {
        Loaded<?> ofTheRun = request.loader().load(Source.file(folder.resolve(RunFiles.CONFIG)));
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("command", request.command());
        facts.put("schema", schema.rootFacts().id());
        facts.put("configuration", RunConfiguration.hash(ofTheRun));
        facts.put("seed", Long.toString(session.seed()));
        facts.put(SavedState.THREADS, Integer.toString(TensorEngine.threads()));
        return facts;
    }
}
