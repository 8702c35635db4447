package io.alchemi.command;

import io.alchemi.command.arguments.Arguments;
import io.alchemi.command.arguments.ConfigLayers;
import io.alchemi.command.arguments.FlagTable;
import io.alchemi.command.arguments.Help;
import io.alchemi.command.arguments.Options;
import io.alchemi.command.arguments.Syntax;
import io.alchemi.config.Loaded;
import io.alchemi.config.Loader;
import io.alchemi.config.schema.Schema;
import java.nio.file.Path;
import java.util.List;

/**
 * The command of a {@link CommandAction} with a configuration. Generated classes extend it. The action is loaded once the
 * configuration is valid.
 *
 * @param <C> the root record of the configuration
 */
public abstract class ConfiguredCommand<C> extends ActingCommand<C> {
    private final Loader<C> loader;

    /**
     * Called by generated classes.
     *
     * @param name the name of the command
     * @param loader loads its configurations
     */
    protected ConfiguredCommand(String name, Loader<C> loader) {
        super(name);
        this.loader = loader;
    }

    @Override
    protected final Schema schema() {
        return loader.schema();
    }

    @Override
    public final Loader<C> loader() {
        return loader;
    }

    @Override
    public final Syntax syntax(List<String> arguments) {
        FlagTable own = new FlagTable(ConfigOptionsSchema.INSTANCE.schema());
        List<FlagTable> options = List.of(own, new FlagTable(schema()));
        return new Syntax(options, schema(), Syntax.Operands.FILES, "", this);
    }

    @Override
    public final int run(List<String> arguments, Console console) {
        FlagTable own = new FlagTable(ConfigOptionsSchema.INSTANCE.schema());
        FlagTable keys = new FlagTable(schema());
        Arguments parsed = Arguments.parse(arguments, keys, own);
        if (parsed.help()) {
            Help help = help(ConfigLayers.USAGE, console)
                    .paragraph(ConfigLayers.aboutFile(schema()))
                    .flags("Keys of the configuration", keys)
                    .flags("Options", own);
            print(help, console);
            return ExitCode.FINE;
        }
        ConfigOptions options = Options.read(ConfigOptionsSchema.INSTANCE, parsed.settings(own));
        List<Path> files = ConfigLayers.files(schema(), parsed.operands(), options.config(), options.profile());
        Loaded<C> loaded = ConfigLayers.load(
                console.program().call(name()),
                loader,
                files,
                ConfigLayers.of(ConfigLayers.read(files), console.environment(), options.set(), parsed.settings(keys)));
        DiagnosticPrinter.print(loaded.warnings(), console);
        return act(loaded.value(), loaded.mask().forMessages(), console);
    }
}
