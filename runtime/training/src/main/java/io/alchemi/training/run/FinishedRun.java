package io.alchemi.training.run;

import ai.djl.ndarray.NDArray;
import io.alchemi.command.arguments.Arguments;
import io.alchemi.config.ConfigException;
import io.alchemi.config.Loaded;
import io.alchemi.config.Loader;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.FileProblem;
import io.alchemi.config.layer.Source;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.text.Span;
import io.alchemi.training.array.Scalars;
import io.alchemi.training.array.Workspace;
import io.alchemi.training.checkpoint.Safetensors;
import io.alchemi.training.folder.RunFiles;
import io.alchemi.training.folder.RunStatus;
import io.alchemi.training.nn.Parameters;
import io.alchemi.training.runs.RunFinder;
import io.alchemi.training.runs.RunRecord;
import io.alchemi.training.session.RuntimeConfigMerge;
import io.alchemi.training.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The folder of a run, for commands that use a trained model: the configuration and the best parameters, else the final ones, else those
 * of the newest checkpoint.
 *
 * @param <C> the root record of the configuration
 */
public final class FinishedRun<C> {
    private final Path folder;
    private final C config;
    private final Session session;

    private FinishedRun(Path folder, C config, Session session) {
        this.folder = folder;
        this.config = config;
        this.session = session;
    }

    /**
     * Opens the folder of a run.
     *
     * @param folder   the folder
     * @param loader   loader of the run's configuration
     * @param settings overrides of the run's values, for example {@code device=cpu} or inputs that are not needed
     * @param <C>      the root record of the configuration
     * @return the run
     * @throws ConfigException if the folder is not a run of this kind, or this machine does not support its global block
     */
    public static <C> FinishedRun<C> open(Path folder, Loader<C> loader, List<String> settings) {
        Path file = folder.resolve(RunFiles.CONFIG);
        if (!Files.isRegularFile(file)) {
            throw refused(
                    folder,
                    Files.exists(folder) ? "the folder is not a run, it has no config.yaml" : "folder not found",
                    "name the folder of a run, such as runs/COMMAND/DATE-TIME-ID");
        }
        Loaded<C> loaded = loader.load(Source.file(file), Source.set(settings));
        return new FinishedRun<>(folder, loaded.value(), Session.open(new RuntimeConfigMerge().of(loaded), Map.of()));
    }

    /**
     * Opens the run with a name given by a user.
     *
     * @param command  the command that trained it, such as {@code align train}
     * @param run      a folder, the name of a run or a part of it, or {@code last} for the newest run of the command
     * @param loader   loader of the run's configuration
     * @param settings see {@link #open(Path, Loader, List)}
     * @param <C>      the root record of the configuration
     * @return the run
     * @throws ConfigException if no run or more than one matches, or it is a run of another command, or this machine does not support its
     *     global block
     */
    public static <C> FinishedRun<C> open(String command, String run, Loader<C> loader, List<String> settings) {
        RunRecord found = RunFolder.named("", command, run);
        RunStatus status = found.status();
        if (status != null && !status.command().equals(command)) {
            throw refused(
                    found.folder(),
                    "it is a run of the command '" + status.command() + "'",
                    "name a run of '" + command + "'");
        }
        return open(found.folder(), loader, settings);
    }

    /**
     * Returns the configuration.
     *
     * @return the record
     */
    public C config() {
        return config;
    }

    /**
     * Opens a workspace in the data type of the run.
     *
     * @return the workspace, to be closed by the caller
     */
    public Workspace workspace() {
        return session.workspace();
    }

    /**
     * Loads the trained parameters into a model.
     *
     * @param parameters the parameters of the model, or of the part that is used
     * @param workspace  owner of the arrays that are read
     * @throws ConfigException if the run has no parameters yet, or they are damaged or do not fit the model
     */
    public void load(Parameters parameters, Workspace workspace) {
        load(parametersOf(folder), parameters, workspace);
    }

    /**
     * Finds the parameter file that a user names.
     *
     * @param source a file, or a run of any command: its folder, its name, or {@code last}
     * @throws ConfigException if it does not exist or cannot be read
     */
    static Path parameters(String source) {
        Path file = Arguments.path(source);
        if (source.endsWith(Safetensors.EXTENSION) && !Files.exists(file)) {
            throw refused(file, "file not found", "name a run or a file of parameters");
        } else if (!Files.isRegularFile(file)) {
            file = parametersOf(
                    RunFinder.find("--init-from", source, RunFinder.root()).folder());
        }
        try {
            Safetensors.verify(file);
            return file;
        } catch (IOException e) {
            String message = FileProblem.describe(e);
            throw refused(
                    file,
                    message.startsWith(file + ": ") ? message.substring((file + ": ").length()) : message,
                    "name a run or a file of parameters");
        }
    }

    /**
     * Returns the parameter file of a run: best, final, or the newest checkpoint of a run that did not finish.
     *
     * @param run the folder of a run
     * @throws ConfigException if the run has no parameters
     */
    private static Path parametersOf(Path run) {
        for (String name : List.of(RunFiles.BEST, RunFiles.FINAL)) {
            Path file = run.resolve(name);
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        try {
            Checkpoint newest = FoundCheckpoints.find(run, Map.of()).newest();
            if (newest != null) {
                return newest.file();
            }
        } catch (IOException e) {
            throw refused(run, FileProblem.describe(e), "name a run that has saved parameters");
        }
        throw refused(run, "the run has no parameters yet", "name a run that has saved parameters");
    }

    private static void load(Path file, Parameters parameters, Workspace workspace) {
        try {
            Map<String, NDArray> arrays = Safetensors.read(file, workspace).tensors();
            parameters.load(arrays);
        } catch (IOException e) {
            throw refused(file, FileProblem.describe(e), "copy the file again, or train again");
        } catch (IllegalArgumentException e) {
            throw refused(file, String.valueOf(e.getMessage()), "the file belongs to another config.yaml");
        }
        parameters.all().forEach((name, parameter) -> {
            if (!Double.isFinite(Scalars.read(parameter.norm()))) {
                throw refused(
                        file, "the parameter " + name + " is not finite", "train again, with a smaller learning rate");
            }
        });
    }

    private static ConfigException refused(Path file, String message, String label) {
        SourceLocation place = new SourceLocation(new Document(Document.Kind.FILE, file.toString(), ""), Span.START);
        return new ConfigException(List.of(new Diagnostic(DiagnosticId.NO_SUCH_FILE, place, message, label)));
    }
}
