package io.alchemi.command;

import io.alchemi.command.arguments.Syntax;
import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.FileProblem;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.Mask;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.text.Span;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The command of a {@link CommandAction}.
 *
 * @param <C> the record that the action receives
 */
public abstract class ActingCommand<C> extends GeneratedCommand implements Syntax.Values {
    /** Creates a command with a name. */
    ActingCommand(String name) {
        super(name);
    }

    /** Returns a new action. */
    protected abstract CommandAction<C> action();

    /** Returns the values of a key that the action knows. */
    @Override
    public final List<String> of(String key) {
        return action().completions(key);
    }

    /**
     * Makes and runs the action, reports what the user can fix in one line, and returns the exit code.
     *
     * @param mask replaces the secrets of the record in the messages of exceptions
     */
    final int act(C record, Mask mask, Console console) {
        Object running = this;
        try {
            CommandAction<C> action = action();
            running = action;
            return action.run(record, new CommandContext(out(console), console.err()));
        } catch (ProcessOutput.PipeClosedError e) {
            return ExitCode.FINE;
        } catch (CommandException e) {
            console.err().println("error: " + mask.apply(String.valueOf(e.getMessage())));
            return ExitCode.FAILED;
        } catch (IOException e) {
            return report(e, mask, console);
        } catch (UncheckedIOException e) {
            return report(Objects.requireNonNull(e.getCause()), mask, console);
        } catch (ConfigException e) {
            throw e.masked(mask);
        } catch (RuntimeException | Error e) {
            return Alchemi.reportFault("the command", running, mask.apply(e), console);
        }
    }

    /** Reports a missing file or folder like one that the command line names, and any other problem of a file in one line. */
    private static int report(IOException problem, Mask mask, Console console) {
        if (problem instanceof NoSuchFileException missing && missing.getFile() != null) {
            Document file = new Document(Document.Kind.FILE, mask.apply(missing.getFile()), "");
            String reason = mask.apply(FileProblem.reason(Path.of(missing.getFile()), missing));
            throw new ConfigException(List.of(
                    new Diagnostic(DiagnosticId.NO_SUCH_FILE, new SourceLocation(file, Span.START), reason, "")));
        }
        console.err().println("error: " + mask.apply(FileProblem.describe(problem)));
        return ExitCode.FAILED;
    }

    /** Returns the stream for results, which ends an action that prints on and on after its reader, such as {@code head}, ended. */
    private static PrintStream out(Console console) {
        return console.out() instanceof ProcessOutput output ? output.untilPipeIsClosed() : console.out();
    }
}
