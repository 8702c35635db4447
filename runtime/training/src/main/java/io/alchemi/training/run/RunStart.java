package io.alchemi.training.run;

import io.alchemi.config.Loaded;
import io.alchemi.training.session.RuntimeConfigMerge;
import io.alchemi.training.session.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The start of a run.
 *
 * @param session run-wide settings, resolved for this machine
 * @param loaded  configuration of the run
 * @param loops   the keys of its loops
 * @param metrics metrics that the trainer declares
 * @param state   lock and status of the run; the run closes it
 * @param found   checkpoints in its folder
 * @param facts   facts that identify the run, written to the metadata of its parameters
 * @param initial file with initial parameters, or null
 * @param loop    maps the loop of the trainer to the loop to run
 */
record RunStart(
        Session session,
        Loaded<?> loaded,
        LoopKeys loops,
        DeclaredMetrics metrics,
        RunState state,
        FoundCheckpoints found,
        Map<String, String> facts,
        @Nullable Path initial,
        UnaryOperator<LoopSettings> loop) {

    /** Returns the start of a run that is opened without a command line. */
    static <C> RunStart without(TrainCommand<C> command, Loaded<C> loaded, Path folder, FoundCheckpoints found)
            throws IOException {
        DeclaredMetrics metrics = new DeclaredMetrics(command.metrics());
        Session session = Session.open(new RuntimeConfigMerge().of(loaded), Map.of());
        RunState state = found.newest() == null
                ? RunState.create(
                        folder, command.name(), command.schema().rootFacts().id(), null)
                : RunState.open(folder);
        state.begin(found.newest());
        LoopKeys loops =
                LoopKeys.of(command.schema(), loaded.tree(), command.getClass().getClassLoader());
        return new RunStart(session, loaded, loops, metrics, state, found, Map.of(), null, UnaryOperator.identity());
    }
}
