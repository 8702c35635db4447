package io.alchemi.command;

import io.alchemi.command.arguments.Arguments;
import io.alchemi.command.arguments.ConfigLayers;
import io.alchemi.command.arguments.FlagTable;
import io.alchemi.command.arguments.Help;
import io.alchemi.command.arguments.Options;
import io.alchemi.command.arguments.Profile;
import io.alchemi.command.index.ProgramIndex;
import io.alchemi.command.index.SchemaOfFile;
import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.layer.FileText;
import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.JarIndex.SchemaEntry;
import io.alchemi.config.tree.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code alchemi validate FILE…}: reports all problems of all files. */
final class ValidateCommand implements Subcommand {
    static final String NAME = "validate";

    private final ProgramIndex index;

    ValidateCommand(ProgramIndex index) {
        this.index = index;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "Check configurations and report all problems";
    }

    @Override
    public int run(List<String> arguments, Console console) {
        YamlReader.prepare();
        FlagTable flags = new FlagTable(ValidateOptionsSchema.INSTANCE.schema());
        Arguments parsed = Arguments.parse(arguments, flags);
        if (parsed.help()) {
            console.out().print(new Help(summary() + ".", "alchemi validate FILE… [options]").flags("Options", flags));
            return ExitCode.FINE;
        }
        ValidateOptions options = Options.read(ValidateOptionsSchema.INSTANCE, parsed.settings(flags));
        if (parsed.operands().isEmpty()) {
            throw new ConfigException(List.of(
                    Arguments.usage("validate", "missing argument FILE", "usage: alchemi validate FILE… [options]")));
        }
        List<Diagnostic> all = new ArrayList<>();
        for (String operand : parsed.operands()) {
            validate(operand, options, all, console);
        }
        DiagnosticPrinter.print(all, console);
        DiagnosticPrinter.offerExplanation(all, console);
        return code(all, options);
    }

    private static int code(List<Diagnostic> problems, ValidateOptions options) {
        int code = DiagnosticPrinter.exitCode(problems);
        return code == ExitCode.FINE && options.strict() && !problems.isEmpty() ? ExitCode.CONFIGURATION : code;
    }

    private void validate(String operand, ValidateOptions options, List<Diagnostic> all, Console console) {
        try {
            SchemaOfFile schemas = new SchemaOfFile(index);
            String id = options.schema();
            FileText text = ConfigLayers.read(operand);
            List<Diagnostic> problems = new ArrayList<>();
            SchemaEntry entry = id == null ? schemas.of(text, problems) : schemas.ofId(id, "--schema " + id);
            List<Path> files = Profile.files(List.of(Arguments.path(operand)), options.profile());
            List<Source> sources = new ArrayList<>();
            sources.add(Source.file(text));
            for (Path profile : files.subList(1, files.size())) {
                sources.add(Source.file(profile));
            }
            problems.addAll(ProgramIndex.loader(entry).check(sources));
            all.addAll(problems);
            if (code(problems, options) == ExitCode.FINE) {
                String profile = files.size() > 1 ? " with " + files.get(1) : "";
                console.out().println(text.document().name() + profile + ": valid " + entry.id());
            }
        } catch (ConfigException e) {
            all.addAll(e.diagnostics());
        }
    }
}
