package io.alchemi.training.run;

import io.alchemi.command.Console;
import io.alchemi.command.DiagnosticPrinter;
import io.alchemi.command.ExitCode;
import io.alchemi.command.GeneratedCommand;
import io.alchemi.command.arguments.Arguments;
import io.alchemi.command.arguments.ConfigLayers;
import io.alchemi.command.arguments.FlagTable;
import io.alchemi.command.arguments.Help;
import io.alchemi.command.arguments.Options;
import io.alchemi.command.arguments.Syntax;
import io.alchemi.config.ConfigException;
import io.alchemi.config.Loaded;
import io.alchemi.config.Loader;
import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.MetricSchema;
import io.alchemi.config.schema.MetricStage;
import io.alchemi.config.schema.Schema;
import io.alchemi.training.folder.RunFiles;
import io.alchemi.training.runs.RunFinder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The base class of generated training commands.
 *
 * <p>Loading this class loads neither the trainer nor the tensor engine, so that help and error messages appear at once.
 *
 * @param <C> the root record of the trainer's schema
 */
public abstract class TrainCommand<C> extends GeneratedCommand {
    /** Options in addition to the flags of a configuration. The annotation processor reads them, like those of the command module. */
    static final String OPTIONS = "every training command=io.alchemi.training.run.TrainOptionsSchema";

    private final Loader<C> loader;

    /**
     * Called by generated classes.
     *
     * @param name the name of the command
     * @param loader loads its configurations
     */
    protected TrainCommand(String name, Loader<C> loader) {
        super(name);
        this.loader = loader;
    }

    /** Creates the trainer. */
    protected abstract Trainer<C> trainer();

    /** Returns the metrics that the trainer declares, in the order of their declaration. */
    public List<MetricSchema> metrics() {
        return List.of();
    }

    @Override
    protected final boolean trains() {
        return true;
    }

    @Override
    protected final Schema schema() {
        return loader.schema();
    }

    @Override
    public final Loader<C> loader() {
        return loader;
    }

    /**
     * Loads a configuration, and checks everything that does not depend on the machine.
     *
     * @param sources the sources, lowest precedence first
     * @throws ConfigException with all problems
     */
    public final Loaded<C> load(List<Source> sources) {
        Loaded<C> loaded = loader.load(sources);
        BestBy.require(loops(loaded), new DeclaredMetrics(metrics()));
        RunPaths.require(schema(), loaded.tree(), loaded.inputs().named());
        return loaded;
    }

    private LoopKeys loops(Loaded<C> loaded) {
        return LoopKeys.of(schema(), loaded.tree(), getClass().getClassLoader());
    }

    /**
     * Writes a resolved configuration as {@code config.yaml} and copies its input files, so that it can be loaded again from there.
     *
     * @param loaded a configuration of this command
     * @param file the configuration file
     * @param folder an existing folder
     * @throws IOException if a file cannot be read or written
     */
    public final void writeConfiguration(Loaded<?> loaded, Path file, Path folder) throws IOException {
        RunConfiguration.write(schema(), loaded, loader.jsonSchema(), List.of(file), folder);
    }

    /**
     * Trains in a folder, or resumes the run in it.
     *
     * @param folder the folder of the run, which is created if it does not exist
     * @param configuration the arguments for the configuration of a new run
     * @param options the other arguments
     * @return the exit code
     * @throws IOException if the folder cannot be read
     * @throws TrainingException if another process uses the folder
     */
    public final int trainIn(Path folder, List<String> configuration, List<String> options, Console console)
            throws IOException {
        List<String> arguments =
                new ArrayList<>(RunFolder.prepare(folder) ? List.of("--resume", folder.toString()) : configuration);
        arguments.addAll(options);
        return run(arguments, folder, console);
    }

    @Override
    public final Syntax syntax(List<String> arguments) {
        FlagTable own = new FlagTable(TrainOptionsSchema.INSTANCE.schema());
        return new Syntax(List.of(own, new FlagTable(schema())), schema(), Syntax.Operands.FILES, "", this::values);
    }

    private List<String> values(String key) {
        return switch (key) {
            case "resume" -> RunFinder.names(RunFolder.parent(name()));
            case "init_from" -> RunFinder.names();
            default -> List.of();
        };
    }

    @Override
    public final int run(List<String> arguments, Console console) {
        return run(arguments, null, console);
    }

    private int run(List<String> arguments, @Nullable Path folder, Console console) {
        FlagTable own = new FlagTable(TrainOptionsSchema.INSTANCE.schema());
        FlagTable keys = new FlagTable(schema());
        Arguments parsed = Arguments.parse(arguments, keys, own);
        if (parsed.help()) {
            print(help(own, keys, console), console);
            return ExitCode.FINE;
        }
        TrainOptions options = Options.read(TrainOptionsSchema.INSTANCE, parsed.settings(own));
        String resume = options.resume();
        Path resumed = resume == null ? null : RunFolder.find(name(), resume);
        List<Path> files = resumed == null
                ? ConfigLayers.files(schema(), parsed.operands(), options.config(), options.profile())
                : List.of(resumed.resolve(RunFiles.CONFIG));
        requireAlone(parsed, options);
        requireName(options.name());
        Loaded<C> loaded = ConfigLayers.load(
                console.program().call(name()),
                loader,
                files,
                ConfigLayers.of(ConfigLayers.read(files), console.environment(), options.set(), parsed.settings(keys)));
        DiagnosticPrinter.print(loaded.warnings(), console);
        DeclaredMetrics metrics = new DeclaredMetrics(metrics());
        LoopKeys loops = loops(loaded);
        BestBy.require(loops, metrics);
        return new Training<>(new TrainRequest<>(
                        name(), arguments, options, files, loader, loaded, loops, metrics, folder, resumed, console))
                .run(this::trainer);
    }

    /** Refuses options that a resumed run already has. */
    private static void requireAlone(Arguments parsed, TrainOptions options) {
        if (options.resume() == null) {
            return;
        }
        boolean named = options.config() != null
                || options.profile() != null
                || !parsed.operands().isEmpty();
        if (named || options.name() != null || options.initFrom() != null || options.dryRun()) {
            throw new ConfigException(List.of(Arguments.usage(
                    "--resume",
                    "a resumed run has a configuration, a name and parameters",
                    "leave out CONFIG, --profile, --name, --init-from and --dry-run; change keys with --set")));
        }
    }

    /** Refuses a name by which no command could find the run. */
    private static void requireName(@Nullable String name) {
        if (name != null && name.equals(RunFinder.LAST)) {
            throw new ConfigException(List.of(Arguments.usage(
                    "--name", name, "'" + name + "' names the newest run in every command", "write another name")));
        }
    }

    private Help help(FlagTable own, FlagTable keys, Console console) {
        DeclaredMetrics metrics = new DeclaredMetrics(metrics());
        return help(ConfigLayers.USAGE, console)
                .paragraph(ConfigLayers.aboutFile(schema()))
                .flags("Keys of the configuration", keys)
                .flags("Options", own)
                .entries("Metrics of steps", metrics.help(MetricStage.STEP))
                .entries("Metrics of evaluations", metrics.help(MetricStage.EVALUATION));
    }
}
