package io.alchemi.training.run;

import io.alchemi.command.Alchemi;
import io.alchemi.command.Console;
import io.alchemi.command.ExitCode;
import io.alchemi.command.arguments.Arguments;
import io.alchemi.config.ConfigException;
import io.alchemi.config.Loaded;
import io.alchemi.config.diagnose.FileProblem;
import io.alchemi.config.text.Mask;
import io.alchemi.training.session.RuntimeConfig;
import io.alchemi.training.session.RuntimeConfigMerge;
import io.alchemi.training.session.Session;
import io.alchemi.training.session.TensorEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs a training, from the loaded configuration to the printed result. */
final class Training<C> {
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
            request.say("unpacking the tensor engine, 430 MB, once per user");
        }
        Loaded<RuntimeConfig> runtime = new RuntimeConfigMerge().of(request.loaded());
        useThreads(runtime.value());
        Session session = Session.open(
                runtime, Autocast.wanted(request.schema(), request.loaded().tree()));
        Trainer<C> made = trainer.get();
        if (options.dryRun()) {
            return rehearse(session, made);
        }
        try (Interruption interruption = new Interruption(console.err(), options.maxTime())) {
            Run run = open(new RunOpening(request, session, interruption));
            return run == null ? ExitCode.FAILED : train(run, made);
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

    private int rehearse(Session session, Trainer<C> trainer) {
        try {
            new Rehearsal<>(request, session).run(trainer).forEach(console.out()::println);
            return ExitCode.FINE;
        } catch (RuntimeException | IOException | OutOfMemoryError e) {
            return report(e, ending(e), trainer);
        }
    }

    /** Opens the run. If that fails, reports the reason and returns null. */
    private @Nullable Run open(RunOpening opening) {
        Path resumed = request.resumed();
        try {
            return resumed == null ? opening.create() : opening.resume(resumed);
        } catch (TrainingException e) {
            error(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            String what = resumed == null ? "started in " + RunFolder.parent(request.command()) : "resumed";
            error("the run cannot be " + what + ": " + FileProblem.describe(e));
        }
        return null;
    }

    private int train(Run run, Trainer<C> trainer) {
        RunState state = run.state();
        Throwable failure = null;
        Ending ending = Ending.FINISHED;
        List<String> result = List.of();
        try (run) {
            try {
                trainer.train(request.loaded().value(), run);
                result = run.finish();
            } catch (RuntimeException | IOException | OutOfMemoryError e) {
                failure = e;
                ending = ending(e);
            }
            state.end(ending);
        } catch (IOException e) {
            ending = failure == null ? ending(e) : ending;
            failure = failure == null ? e : failure;
        }
        if (failure == null) {
            result.forEach(console.out()::println);
            console.out().println("run " + state.folder());
            return ExitCode.FINE;
        }
        // Only the trainer reads the data, and only its model shows whether the disk is large enough.
        if (request.resumed() == null && failure instanceof ConfigException && !state.hasStep()) {
            if (request.folder() == null) {
                RunFolder.deleteUnused(state.folder());
            } else {
                RunFolder.delete(state.folder()); // Other trials of the sweep use the folder above.
            }
            if (!Files.exists(state.folder())) {
                request.say("deleted " + state.folder() + ", since the run failed before its first step");
            }
        }
        int exitCode = report(failure, ending, trainer);
        sayWhatIsKept(failure, state);
        return exitCode;
    }

    private Ending ending(Throwable failure) {
        return Ending.of(failure).masked(mask());
    }

    private Mask mask() {
        return request.loaded().mask().forMessages();
    }

    /** Prints why a training did not finish. Returns the exit code. */
    private int report(Throwable failure, Ending ending, Trainer<C> trainer) {
        if (failure instanceof StoppedException) {
            console.err().println(failure.getMessage() + "; its state is saved");
        } else if (failure instanceof ConfigException problems) {
            throw problems.masked(mask());
        } else if (failure instanceof RuntimeException && ending.exitCode() == ExitCode.FAULT) {
            return Alchemi.reportFault("the trainer", trainer, mask().apply(failure), console);
        } else {
            error(String.valueOf(ending.reason()));
        }
        return ending.exitCode();
    }

    private void sayWhatIsKept(Throwable failure, RunState state) {
        Path folder = state.folder();
        String checkpoint = state.checkpoint();
        if (!Files.isDirectory(folder)) {
            return;
        } else if (failure instanceof StoppedException) {
            sayHowToGoOn(folder);
        } else if (checkpoint != null && Ending.fileProblem(failure) != null) {
            console.err().println("  the newest checkpoint is " + checkpoint);
            sayHowToGoOn(folder);
        } else {
            console.err().println("  the run is kept in " + folder);
        }
    }

    private void sayHowToGoOn(Path folder) {
        console.err()
                .println("  go on with: " + console.program().call(request.command()) + " --resume "
                        + Arguments.quote(folder.toString()));
    }

    private void error(String message) {
        console.err().println("error: " + message);
    }
}
