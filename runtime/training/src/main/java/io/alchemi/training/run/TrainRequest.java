package io.alchemi.training.run;

import io.alchemi.command.Console;
import io.alchemi.config.Loaded;
import io.alchemi.config.Loader;
import io.alchemi.config.schema.Schema;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A training command with its arguments.
 *
 * @param command   the command, without {@code alchemi}
 * @param arguments its arguments
 * @param options   its options
 * @param file      the configuration file, that of the run if one is resumed
 * @param loader    loads it
 * @param loaded    the configuration, with variables and options over the file
 * @param metrics   what the trainer records
 * @param resumed   the folder of the run that is resumed, or null
 * @param console   where to print
 * @param <C>       the root record of the configuration
 */
record TrainRequest<C>(
        String command,
        List<String> arguments,
        TrainOptions options,
        Path file,
        Loader<C> loader,
        Loaded<C> loaded,
        DeclaredMetrics metrics,
        @Nullable Path resumed,
        Console console) {

    Schema schema() {
        return loader.schema();
    }

    /** Prints a line, unless only problems and the result are to be shown. */
    void say(String line) {
        if (!options.quiet()) {
            console.err().println(line);
        }
    }
}
