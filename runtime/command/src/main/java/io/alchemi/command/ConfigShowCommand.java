package io.alchemi.command;

import io.alchemi.command.arguments.Arguments;
import io.alchemi.command.arguments.ConfigLayers;
import io.alchemi.command.arguments.FlagTable;
import io.alchemi.command.arguments.Help;
import io.alchemi.command.arguments.Options;
import io.alchemi.command.arguments.Syntax;
import io.alchemi.command.editor.WrittenConfiguration;
import io.alchemi.command.index.ProgramIndex;
import io.alchemi.command.index.SchemaOfFile;
import io.alchemi.config.ConfigException;
import io.alchemi.config.Loaded;
import io.alchemi.config.Loader;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.layer.FileText;
import io.alchemi.config.layer.ResolvedYaml;
import io.alchemi.config.layer.Setting;
import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.JarIndex.SchemaEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code alchemi config show FILE…}: the configuration that a command would use. */
final class ConfigShowCommand extends BuiltInCommand {
    static final String NAME = "config show";

    private final ProgramIndex index;

    ConfigShowCommand(ProgramIndex index) {
        super(NAME, " FILE… [options]", "Print the configuration that a command would use");
        this.index = index;
    }

    @Override
    public Syntax syntax(List<String> arguments) {
        FlagTable own = new FlagTable(ConfigShowOptionsSchema.INSTANCE.schema());
        Arguments skimmed = skim(arguments, own);
        String file = file(skimmed.operands());
        Loader<?> loader = null;
        if (file != null && !file.equals(ConfigLayers.STANDARD_INPUT)) {
            try {
                loader = index.loader(entry(ConfigLayers.read(file), skimmed, own, new ArrayList<>()));
            } catch (ConfigException e) {
                loader = null; // The keys of a file without a schema are not known.
            }
        }
        return loader == null
                ? Syntax.of(Syntax.Operands.FILES, own)
                : new Syntax(List.of(own, new FlagTable(loader.schema())), loader.schema(), Syntax.Operands.FILES);
    }

    @Override
    public int run(List<String> arguments, Console console) {
        FlagTable own = new FlagTable(ConfigShowOptionsSchema.INSTANCE.schema());
        Arguments skimmed = skim(arguments, own);
        String file = file(skimmed.operands());
        FileText text = file == null ? null : ConfigLayers.read(file);
        List<Diagnostic> warnings = new ArrayList<>();
        SchemaEntry entry = text == null ? index.only() : entry(text, skimmed, own, warnings);
        if (entry == null) {
            return withoutFile(arguments, own, console);
        }
        Loader<?> loader = index.loader(entry);
        FlagTable keys = new FlagTable(loader.schema());
        Arguments parsed = Arguments.parse(arguments, own, keys);
        if (parsed.help()) {
            help(console, own, keys);
            return ExitCode.FINE;
        }
        ConfigShowOptions options = Options.read(ConfigShowOptionsSchema.INSTANCE, parsed.settings(own));
        List<FileText> texts = new ArrayList<>();
        for (Path shown : ConfigLayers.files(loader.schema(), parsed.operands(), null, options.profile())) {
            boolean isRead = text != null && shown.toString().equals(file);
            texts.add(isRead ? text : ConfigLayers.read(shown.toString()));
        }
        List<Source> sources = ConfigLayers.of(texts, console.environment(), options.set(), parsed.settings(keys));
        Loaded<?> loaded = loader.load(sources);
        warnings.addAll(loaded.warnings());
        DiagnosticPrinter.print(warnings, console);
        String body = ResolvedYaml.write(loader.schema(), loaded.tree(), options.origins());
        WrittenConfiguration configuration = new WrittenConfiguration(Path.of(""), loader);
        Path output = options.output();
        if (output == null) {
            console.out().print(configuration.header() + body);
        } else {
            for (Path written : configuration.write(output, body, console.err())) {
                console.out().println(written);
            }
        }
        return ExitCode.FINE;
    }

    /** Parses the options of this command, and the flags of the configuration if its schema is known without a file. */
    private Arguments skim(List<String> arguments, FlagTable own) {
        SchemaEntry only = index.only();
        return only == null
                ? Arguments.skim(arguments, own)
                : Arguments.skim(
                        arguments, own, new FlagTable(index.loader(only).schema()));
    }

    private SchemaEntry entry(FileText text, Arguments skimmed, FlagTable own, List<Diagnostic> warnings) {
        String id = Options.read(ConfigShowOptionsSchema.INSTANCE, skimmed.settings(own))
                .schema();
        SchemaOfFile schemas = new SchemaOfFile(index);
        return id == null ? schemas.of(text, warnings) : schemas.ofId(id, "--schema " + id);
    }

    /**
     * Returns the file among the operands: the first one that exists, or else the last one. The schema of the file defines
     * further flags, so until the file is found the values of those flags look like operands.
     */
    private static @Nullable String file(List<String> operands) {
        for (String operand : operands) {
            if (operand.equals(ConfigLayers.STANDARD_INPUT) || isFile(Arguments.path(operand))) {
                return operand;
            }
        }
        return operands.isEmpty() ? null : operands.get(operands.size() - 1);
    }

    private static boolean isFile(Path path) {
        return Files.exists(path) && !Files.isDirectory(path);
    }

    @Override
    int run(List<String> operands, List<Setting> options, Console console) {
        throw misused("missing argument FILE", console);
    }

    private int withoutFile(List<String> arguments, FlagTable own, Console console) {
        if (!Arguments.parse(arguments, own).help()) {
            throw misused("missing argument FILE", console);
        }
        help(console, own, null);
        return ExitCode.FINE;
    }

    private void help(Console console, FlagTable own, @Nullable FlagTable keys) {
        Help help = help(console).flags("Options", own);
        if (keys == null) {
            help.paragraph("The options of the file's schema are also accepted. Run '"
                    + console.program().call(NAME) + " FILE --help' to list them.");
        } else {
            help.flags("Keys of the configuration", keys);
        }
        console.out().print(help);
    }
}
