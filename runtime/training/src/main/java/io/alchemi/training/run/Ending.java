package io.alchemi.training.run;

import ai.djl.engine.EngineException;
import io.alchemi.command.CommandException;
import io.alchemi.command.DiagnosticPrinter;
import io.alchemi.command.ExitCode;
import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.FileProblem;
import io.alchemi.config.text.ExceptionText;
import io.alchemi.config.text.Mask;
import io.alchemi.training.array.InputBuffer;
import io.alchemi.training.folder.RunStatus.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The result of a training.
 *
 * @param state    state of the run
 * @param reason   reason why it did not finish, or null
 * @param exitCode the exit code of the process
 */
record Ending(State state, @Nullable String reason, int exitCode) {
    /** All steps were completed. */
    static final Ending FINISHED = new Ending(State.FINISHED, null, ExitCode.FINE);

    /** Returns the result of a training that threw an exception. */
    static Ending of(Throwable failure) {
        if (failure instanceof StoppedException stopped) {
            return new Ending(
                    State.INTERRUPTED, stopped.stop().reason(), stopped.stop().exitCode());
        } else if (failure instanceof ConfigException configuration) {
            return failed(configuration.getMessage(), DiagnosticPrinter.exitCode(configuration.diagnostics()));
        } else if (isOutOfMemory(failure)) {
            return failed("out of memory: use a smaller batch or model", ExitCode.FAILED);
        } else if (failure instanceof CommandException || failure instanceof InputBuffer.TooLargeException) {
            return failed(failure.getMessage(), ExitCode.FAILED);
        }
        IOException file = fileProblem(failure);
        return file == null
                ? failed(ExceptionText.of(failure), ExitCode.FAULT)
                : failed("the training could not read or write a file: " + FileProblem.describe(file), ExitCode.FAILED);
    }

    /** Returns this result without the secrets of the configuration in its reason, which is written into the run folder. */
    Ending masked(Mask mask) {
        return reason == null ? this : new Ending(state, mask.apply(reason), exitCode);
    }

    /** Returns true if the failure is out of memory. The tensor engine reports that only in the message. */
    private static boolean isOutOfMemory(Throwable failure) {
        String message = failure instanceof EngineException ? String.valueOf(failure.getMessage()) : "";
        return failure instanceof OutOfMemoryError
                || message.contains("can't allocate memory")
                || message.contains("out of memory");
    }

    private static Ending failed(@Nullable String reason, int exitCode) {
        return new Ending(State.FAILED, reason, exitCode);
    }

    /** Returns the file problem that ended a training, or null if there was another reason. */
    static @Nullable IOException fileProblem(Throwable failure) {
        if (failure instanceof UncheckedIOException unchecked) {
            return Objects.requireNonNull(unchecked.getCause());
        }
        return failure instanceof IOException checked ? checked : null;
    }
}
