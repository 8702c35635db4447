package io.alchemi.command;

import io.alchemi.command.arguments.Arguments;
import io.alchemi.command.arguments.ConfigLayers;
import io.alchemi.command.arguments.FlagTable;
import io.alchemi.command.arguments.Help;
import io.alchemi.command.arguments.Options;
import io.alchemi.command.index.Index;
import io.alchemi.command.index.Index.SchemaEntry;
import io.alchemi.command.index.SchemaOfFile;
import io.alchemi.config.ConfigException;
import io.alchemi.config.Loaded;
import io.alchemi.config.Loader;
import io.alchemi.config.layer.ResolvedYaml;
import io.alchemi.config.layer.Source;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code alchemi config show FILE}: the configuration that a training would get. */
final class ConfigShowCommand implements Command {
    private final Index index;

    ConfigShowCommand(Index index) {
        this.index = index;
    }

    @Override
    public String words() {
        return "config show";
    }

    @Override
    public String summary() {
        return "Show the configuration that a training would get";
    }

    @Override
    public int run(List<String> arguments, Console console) {
        FlagTable own = new FlagTable(ConfigShowOptionsSchema.INSTANCE.schema());
        String file = file(arguments);
        if (file == null) {
            return withoutFile(arguments, own, console);
        }
        SchemaOfFile schemas = new SchemaOfFile(index);
        String id = statedSchema(arguments);
        SchemaEntry entry = id == null ? schemas.of(Path.of(file)) : schemas.ofId(id);
        Loader<?> loader = Index.loader(entry);
        FlagTable keys = new FlagTable(loader.schema());
        Arguments parsed = Arguments.parse(arguments, own, keys);
        if (parsed.help()) {
            help(console, own, keys);
            return ExitCode.FINE;
        }
        ConfigShowOptions options = Options.read(ConfigShowOptionsSchema.INSTANCE, parsed.settings(own));
        if (parsed.operands().size() != 1) {
            throw new ConfigException(List.of(Arguments.usage(
                    parsed.operands().get(parsed.operands().size() - 1), "one file at a time", "name a single FILE")));
        }
        List<Source> sources = ConfigLayers.of(
                Path.of(parsed.operands().get(0)), console.environment(), options.set(), parsed.settings(keys));
        Loaded<?> loaded = loader.load(sources);
        Problems.print(loaded.warnings(), console);
        console.out().print(ResolvedYaml.write(loader.schema(), loaded.tree(), options.origins()));
        return ExitCode.FINE;
    }

    private static int withoutFile(List<String> arguments, FlagTable own, Console console) {
        if (!Arguments.parse(arguments, own).help()) {
            throw new ConfigException(
                    List.of(Arguments.usage("config show", "no file is named", "alchemi config show FILE")));
        }
        help(console, own, null);
        return ExitCode.FINE;
    }

    private static void help(Console console, FlagTable own, @Nullable FlagTable keys) {
        Help help = new Help("Show the configuration that a training would get.", "alchemi config show FILE [options]")
                .flags("Options", own);
        if (keys == null) {
            help.paragraph("The flags of the file's schema work too: alchemi config show FILE --help lists them.");
        } else {
            help.flags("Keys of the configuration", keys);
        }
        console.out().print(help);
    }

    /** The file among the arguments: its schema says which further flags there are, so it must be found before them. */
    private static @Nullable String file(List<String> arguments) {
        for (String argument : arguments) {
            boolean yaml = argument.endsWith(".yaml") || argument.endsWith(".yml") || argument.endsWith(".json");
            if (!argument.startsWith("-") && yaml && argument.indexOf('=') < 0) {
                return argument;
            }
        }
        return null;
    }

    private static @Nullable String statedSchema(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith("--schema=")) {
                return argument.substring("--schema=".length());
            } else if (argument.equals("--schema") && i + 1 < arguments.size()) {
                return arguments.get(i + 1);
            }
        }
        return null;
    }
}
