package io.alchemi.training.run;

import io.alchemi.command.Console;
import io.alchemi.config.Loaded;
import io.alchemi.config.Loader;
import io.alchemi.config.schema.Schema;
import io.alchemi.training.folder.RunFiles;
import io.alchemi.training.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A training command with its arguments.
 *
 * @param command   the command, without {@code alchemi}
 * @param arguments its arguments
 * @param options   its options
 * @param files     the configuration files, lowest precedence first; or the file of the resumed run
 * @param loader    loader of the configuration
 * @param loaded    the configuration, with environment variables and options applied
 * @param loops     the keys of its loops
 * @param metrics   metrics that the trainer declares
 * @param folder    the folder of a new run, or null to create one with a new name
 * @param resumed   the folder of the run to resume, or null
 * @param console   console to print to
 * @param <C>       the root record of the configuration
 */
record TrainRequest<C>(
        String command,
        List<String> arguments,
        TrainOptions options,
        List<Path> files,
        Loader<C> loader,
        Loaded<C> loaded,
        LoopKeys loops,
        DeclaredMetrics metrics,
        @Nullable Path folder,
        @Nullable Path resumed,
        Console console) {

    Schema schema() {
        return loader.schema();
    }

    /**
     * Returns the file that {@code --init-from} names, or null.
     *
     * @throws io.alchemi.config.ConfigException if it does not exist or cannot be read
     */
    @Nullable
    Path initialParameters() {
        String source = options.initFrom();
        return source == null ? null : FinishedRun.parameters(source);
    }

    /** Opens the log of a run, and shows progress as set by the options. */
    Progress progress(Path folder) throws IOException {
        Progress.Style style = Progress.Style.PLAIN;
        if (options.quiet() || options.progress() == TrainOptions.ProgressStyle.NONE) {
            style = Progress.Style.NONE;
        } else if (options.progress() == TrainOptions.ProgressStyle.AUTO && console.terminal()) {
            style = Progress.Style.LINE;
        }
        return new Progress(console.out(), style, folder.resolve(RunFiles.LOG));
    }

    /** Prints a problem. */
    void warn(String line) {
        console.err().println("warning: " + line);
    }

    /** Prints a line, unless {@code --quiet} is set. */
    void say(String line) {
        if (!options.quiet()) {
            console.err().println(line);
        }
    }
}
