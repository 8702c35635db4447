package io.alchemi.training.run;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.alchemi.command.ExitCode;
import io.alchemi.config.schema.RuntimeKey;
import io.alchemi.training.folder.RunFiles;
import io.alchemi.training.progress.ExpectedDuration;
import io.alchemi.training.progress.Progress;
import io.alchemi.training.progress.ResidentMemory;
import io.alchemi.training.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Implements {@code --dry-run}: the first steps of a run with an evaluation and a checkpoint, in a folder that is deleted. */
final class Rehearsal<C> {
    private static final long ENOUGH_NANOS = 5_000_000_000L;

    private final TrainRequest<C> request;
    private final Session session;

    Rehearsal(TrainRequest<C> request, Session session) {
        this.request = request;
        this.session = session;
    }

    /** The loop of a rehearsal: up to three steps, because the first step includes startup costs. */
    private record Loop(LoopSettings rehearsed) implements LoopSettings {
        @Override
        public int maxSteps() {
            return Math.min(3, rehearsed.maxSteps());
        }

        @Override
        public int logEvery() {
            return 1;
        }

        @Override
        public int evalEvery() {
            return 1;
        }

        @Override
        public int saveEvery() {
            return 1;
        }

        @Override
        public int keepLast() {
            return 1;
        }

        @Override
        public @Nullable String bestBy() {
            return rehearsed.bestBy();
        }

        @Override
        public @Nullable Double gradClipNorm() {
            return rehearsed.gradClipNorm();
        }
    }

    /**
     * Rehearses a training.
     *
     * @return lines about the duration of a step and the needs of a run
     * @throws IOException if no folder can be written
     */
    List<String> run(Trainer<C> trainer) throws IOException {
        Path initial = request.initialParameters();
        RunFolder.Temporary folder = RunFolder.createTemporary(request.command());
        Runtime.getRuntime().addShutdownHook(new Thread(folder::delete, "delete the rehearsal"));
        try {
            return rehearse(trainer, folder.path(), initial);
        } finally {
            folder.delete();
        }
    }

    private List<String> rehearse(Trainer<C> trainer, Path folder, @Nullable Path initial) throws IOException {
        RunState state = RunState.create(
                folder, request.command(), request.schema().rootFacts().id(), null);
        state.begin(null);
        RunStart start = new RunStart(
                session,
                request.loaded(),
                request.loops(),
                request.metrics(),
                state,
                FoundCheckpoints.NONE,
                Map.of(),
                initial,
                Loop::new);
        long begin = System.nanoTime();
        try (Run run = new Run(
                start,
                Progress.silent(folder.resolve(RunFiles.LOG)),
                () -> state.hasStep() && System.nanoTime() - begin > ENOUGH_NANOS
                        ? new Stop("enough", ExitCode.FINE)
                        : null,
                Backward.PLAIN)) {
            try {
                trainer.train(request.loaded().value(), run);
                run.finish();
            } catch (StoppedException enough) {
                return report(run, folder);
            }
            return report(run, folder);
        }
    }

    private List<String> report(Run run, Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("The configuration can be trained here, on " + session.deviceName() + " in "
                + session.dataType().name().toLowerCase(Locale.ROOT) + ".");
        Checkpoint saved = FoundCheckpoints.find(folder, Map.of()).newest();
        LoopSettings loop = run.loop();
        if (saved == null || loop == null) {
            return lines;
        }
        run.readBack(saved);
        if (request.options().quiet()) {
            return lines;
        }
        double seconds = lastStepSeconds(folder);
        lines.add("  a step takes about " + ExpectedDuration.inWords(seconds) + ", the run of "
                + String.format(Locale.ROOT, "%,d", loop.maxSteps()) + " steps about "
                + ExpectedDuration.inWords(seconds * loop.maxSteps()) + " without evaluations");
        ResidentMemory.peakGb().ifPresent(gb -> lines.add(String.format(Locale.ROOT, "  memory so far: %.1f GB", gb)));
        lines.add(String.format(
                Locale.ROOT, "  disk for checkpoints: up to %,.0f MB", Math.ceil(run.requiredBytes() / 1e6)));
        return lines;
    }

    private static double lastStepSeconds(Path folder) throws IOException {
        List<String> metrics = Files.readAllLines(folder.resolve(RunFiles.METRICS));
        JsonObject last =
                JsonParser.parseString(metrics.get(metrics.size() - 1)).getAsJsonObject();
        return last.get(RuntimeKey.STEP_SECONDS.text()).getAsDouble();
    }
}
