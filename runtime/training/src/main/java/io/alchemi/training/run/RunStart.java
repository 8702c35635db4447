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
 * What a run begins with.
 *
 * @param session run-wide settings as they are on this machine
 * @param loaded  its configuration
 * @param metrics what its trainer records
 * @param state   what others see of the run; the run closes it
 * @param found   the checkpoints of its folder
 * @param facts   what identifies the run, written into the metadata of its parameters
 * @param initial file of the parameters to begin with, or null
 * @param loop    the loop that is run for the one that the trainer asks for
 */
record RunStart(
        Session session,
        Loaded<?> loaded,
        DeclaredMetrics metrics,
        RunState state,
        FoundCheckpoints found,
        Map<String, String> facts,
        @Nullable Path initial,
        UnaryOperator<LoopSettings> loop) {

    /** Returns the start of a run without a command. */
    static <C> RunStart without(TrainCommand<C> command, Loaded<C> loaded, Path folder, FoundCheckpoints found)
            throws IOException {
        DeclaredMetrics metrics = new DeclaredMetrics(command.metrics());
        Session session = Session.open(new RuntimeConfigMerge().of(loaded), Map.of());
        RunState state = found.newest() == null
                ? RunState.create(
                        folder, command.name(), command.schema().rootFacts().id(), null)
                : RunState.open(folder);
        state.begin(found.newest());
        return new RunStart(session, loaded, metrics, state, found, Map.of(), null, UnaryOperator.identity());
    }
}
