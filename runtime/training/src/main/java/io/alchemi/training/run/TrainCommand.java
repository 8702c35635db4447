package io.alchemi.training.run;

import io.alchemi.command.Alchemi;
import io.alchemi.command.Command;
import io.alchemi.command.Console;
import io.alchemi.command.DiagnosticPrinter;
import io.alchemi.command.ExitCode;
import io.alchemi.command.arguments.Arguments;
import io.alchemi.command.arguments.ConfigLayers;
import io.alchemi.command.arguments.FlagTable;
import io.alchemi.command.arguments.Help;
import io.alchemi.command.arguments.Options;
import io.alchemi.config.ConfigException;
import io.alchemi.config.Loaded;
import io.alchemi.config.Loader;
import io.alchemi.config.diagnose.FirstSentence;
import io.alchemi.config.schema.Schema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The command of a trainer; generated classes extend it.
 *
 * <p>Loading it touches neither the trainer nor the tensor engine: help and mistakes answer at once.
 *
 * @param <C> the root record of the trainer's schema
 */
public abstract class TrainCommand<C> implements Command {
    /** The options beside the flags of a configuration, read by the annotation processor like those of the command module. */
    static final String OPTIONS = "every training command=io.alchemi.training.run.TrainOptionsSchema";

    private final String words;
    private final Loader<C> loader;

    /**
     * Called by generated classes.
     *
     * @param words the words that call it
     * @param loader loads its configurations
     */
    protected TrainCommand(String words, Loader<C> loader) {
        this.words = words;
        this.loader = loader;
    }

    /** The trainer, made when it is needed. */
    protected abstract Trainer<C> trainer();

    @Override
    public final String name() {
        return words;
    }

    @Override
    public final String summary() {
        Schema schema = loader.schema();
        return FirstSentence.phrase(schema.docs(schema.root()).ofRecord());
    }

    /** Runs the command as a program of its own. */
    public final int run(String[] arguments) {
        return Alchemi.run(this, Arrays.asList(arguments), Console.ofProcess());
    }

    @Override
    public final int run(List<String> arguments, Console console) {
        FlagTable own = new FlagTable(TrainOptionsSchema.INSTANCE.schema());
        FlagTable keys = new FlagTable(loader.schema());
        Arguments parsed = Arguments.parse(arguments, keys, own);
        if (parsed.help()) {
            console.out().print(help(own, keys));
            return ExitCode.FINE;
        }
        TrainOptions options = Options.read(TrainOptionsSchema.INSTANCE, parsed.settings(own));
        Path file = configuration(parsed, options);
        Loaded<C> loaded =
                loader.load(ConfigLayers.of(file, console.environment(), options.set(), parsed.settings(keys)));
        DiagnosticPrinter.print(loaded.warnings(), console);
        return new Training<>(words, file, loader.schema(), loaded, options, console).run(this::trainer);
    }

    private Path configuration(Arguments parsed, TrainOptions options) {
        List<String> operands = parsed.operands();
        Path stated = options.config();
        if (operands.size() > 1 || (stated != null && !operands.isEmpty())) {
            throw new ConfigException(List.of(Arguments.usage(
                    operands.get(operands.size() - 1), "one configuration at a time", "name a single CONFIG")));
        }
        if (stated != null) {
            return stated;
        }
        if (!operands.isEmpty()) {
            return Arguments.path(operands.get(0));
        }
        String example = loader.schema().rootFacts().example();
        if (example.isEmpty()) {
            throw new ConfigException(
                    List.of(Arguments.usage(words, "no configuration is named", "alchemi " + words + " CONFIG")));
        }
        Path here = Path.of(example);
        String installation = System.getProperty("alchemi.home");
        return Files.exists(here) || installation == null
                ? here
                : Path.of(installation).resolve(example);
    }

    private String help(FlagTable own, FlagTable keys) {
        String example = loader.schema().rootFacts().example();
        return new Help(summary() + ".", "alchemi " + words + " [CONFIG] [options]")
                .paragraph(
                        example.isEmpty()
                                ? "CONFIG is a YAML file."
                                : "CONFIG is a YAML file, by default " + example + ".")
                .flags("Keys of the configuration", keys)
                .flags("Options", own)
                .toString();
    }
}
