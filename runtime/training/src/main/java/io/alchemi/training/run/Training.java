package io.alchemi.training.run;

import io.alchemi.command.Alchemi;
import io.alchemi.command.Console;
import io.alchemi.command.ExitCode;
import io.alchemi.command.arguments.Arguments;
import io.alchemi.config.ConfigException;
import io.alchemi.config.Loaded;
import io.alchemi.config.diagnose.FileProblem;
import io.alchemi.training.array.InputBuffer;
import io.alchemi.training.folder.RunFiles;
import io.alchemi.training.folder.RunStatus.State;
import io.alchemi.training.progress.Progress;
import io.alchemi.training.session.RuntimeConfig;
import io.alchemi.training.session.RuntimeConfigMerge;
import io.alchemi.training.session.Session;
import io.alchemi.training.session.TensorEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs a training, from a loaded configuration to the result on the screen. */
final class Training<C> {
    private static final String OUT_OF_MEMORY = "out of memory: use a smaller batch or model";

    private final TrainRequest<C> request;
    private final TrainOptions options;
    private final Console console;

    Training(TrainRequest<C> request) {
        this.request = request;
        this.options = request.options();
        this.console = request.console();
    }

    int run(Supplier<Trainer<C>> trainer) {
        RunPaths.require(
                request.schema(),
                request.loaded().tree(),
                request.loaded().inputs().named());
        if (TensorEngine.isToBeUnpacked()) {
            request.say("unpacking the tensor engine, 430 MB, once per machine");
        }
        Loaded<RuntimeConfig> runtime = new RuntimeConfigMerge().of(request.loaded());
        useThreads(runtime.value());
        Session session = Session.open(
                runtime, Autocast.wanted(request.schema(), request.loaded().tree()));
        if (options.dryRun()) {
            return rehearse(session, trainer.get());
        }
        Path resumed = request.resumed();
        RunStart start;
        try {
            RunOpening opening = new RunOpening(request, session);
            start = resumed == null ? opening.create() : opening.resume(resumed);
        } catch (TrainingException e) {
            return failed(String.valueOf(e.getMessage()), resumed);
        } catch (IOException e) {
            return failed(resumed == null ? noFolder(e) : "the run cannot be resumed: " + e.getMessage(), null);
        }
        return train(start, trainer.get());
    }

    private int rehearse(Session session, Trainer<C> trainer) {
        try {
            new Rehearsal<>(request, session).run(trainer).forEach(console.out()::println);
            return ExitCode.FINE;
        } catch (TrainingException | InputBuffer.TooLargeException e) {
            return failed(String.valueOf(e.getMessage()), null);
        } catch (IOException e) {
            return failed(noFolder(e), null);
        } catch (UncheckedIOException e) {
            return failed(couldNotUseAFile(Objects.requireNonNull(e.getCause())), null);
        } catch (RuntimeException e) {
            return Alchemi.reportFault("the trainer", trainer, e, console);
        } catch (OutOfMemoryError e) {
            return failed(OUT_OF_MEMORY, null);
        }
    }

    private void useThreads(RuntimeConfig runtime) {
        Integer threads = options.threads();
        if (threads == null) {
            return;
        } else if (threads > 1 && runtime.deterministic()) {
            throw new ConfigException(List.of(Arguments.usage(
                    "--threads " + threads,
                    "'deterministic' is true, which computes with one thread, but --threads is " + threads,
                    "write --threads 1 or --no-deterministic")));
        }
        TensorEngine.useThreads(threads);
    }

    private int train(RunStart start, Trainer<C> trainer) {
        Path folder = start.state().folder();
        List<String> result;
        try (Interruption interruption = new Interruption(console.err(), options.maxTime());
                Run run = new Run(
                        start,
                        new Progress(console.out(), style(), folder.resolve(RunFiles.LOG)),
                        interruption,
                        Backward.PLAIN)) {
            result = train(run, start.state(), trainer);
        } catch (StoppedException e) {
            console.err().println(e.getMessage() + "; its state is saved");
            sayHowToGoOn(folder);
            return e.stop().exitCode();
        } catch (TrainingException | InputBuffer.TooLargeException e) {
            return failed(String.valueOf(e.getMessage()), folder);
        } catch (IOException e) {
            return lost(e, start.state());
        } catch (UncheckedIOException e) {
            return lost(Objects.requireNonNull(e.getCause()), start.state());
        } catch (RuntimeException e) {
            return Alchemi.reportFault("the trainer", trainer, e, console);
        } catch (OutOfMemoryError e) {
            return failed(OUT_OF_MEMORY, folder);
        }
        result.forEach(console.out()::println);
        console.out().println("run " + folder);
        return ExitCode.FINE;
    }

    /** Trains, and notes in the status of the run how that ended. */
    private List<String> train(Run run, RunState state, Trainer<C> trainer) throws IOException {
        try {
            trainer.train(request.loaded().value(), run);
            List<String> result = run.finish();
            state.end(State.FINISHED, null, ExitCode.FINE);
            return result;
        } catch (StoppedException e) {
            state.end(State.INTERRUPTED, e.stop().reason(), e.stop().exitCode());
            throw e;
        } catch (TrainingException | IOException | UncheckedIOException | OutOfMemoryError e) {
            state.end(State.FAILED, e.getMessage(), ExitCode.FAILED);
            throw e;
        } catch (RuntimeException e) {
            state.end(State.FAILED, e.toString(), ExitCode.FAULT);
            throw e;
        }
    }

    private String noFolder(IOException e) {
        Path parent = RunFolder.parent(request.command());
        return "no run folder can be made in " + parent + ": " + FileProblem.reason(parent, e);
    }

    private static String couldNotUseAFile(IOException e) {
        return "the training could not read or write a file: " + e.getMessage();
    }

    /** Reports a disk that is full or gone, for which the run is not to blame. */
    private int lost(IOException e, RunState state) {
        String checkpoint = state.checkpoint();
        if (checkpoint == null || !Files.isDirectory(state.folder())) {
            return failed(couldNotUseAFile(e), state.folder());
        }
        failed(couldNotUseAFile(e), null);
        console.err().println("  the newest checkpoint is " + checkpoint);
        sayHowToGoOn(state.folder());
        return ExitCode.FAILED;
    }

    private void sayHowToGoOn(Path folder) {
        console.err().println("  go on with: alchemi " + request.command() + " --resume " + folder);
    }

    private int failed(String reason, @Nullable Path folder) {
        console.err().println("error: " + reason);
        if (folder != null && Files.isDirectory(folder)) {
            console.err().println("  the run is kept in " + folder);
        }
        return ExitCode.FAILED;
    }

    private Progress.Style style() {
        if (options.quiet() || options.progress() == TrainOptions.ProgressStyle.NONE) {
            return Progress.Style.NONE;
        }
        boolean line = options.progress() == TrainOptions.ProgressStyle.AUTO && console.terminal();
        return line ? Progress.Style.LINE : Progress.Style.PLAIN;
    }
}
