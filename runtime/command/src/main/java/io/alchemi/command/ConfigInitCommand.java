package io.alchemi.command;

import io.alchemi.command.arguments.Arguments;
import io.alchemi.command.arguments.FlagTable;
import io.alchemi.command.arguments.Help;
import io.alchemi.command.arguments.Options;
import io.alchemi.command.arguments.Syntax;
import io.alchemi.command.index.ProgramIndex;
import io.alchemi.command.index.SchemaOfFile;
import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.FileProblem;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** {@code alchemi config init ID}: creates a configuration from the commented template of a schema. */
final class ConfigInitCommand implements Subcommand {
    static final String NAME = "config init";

    private static final String USAGE = "alchemi config init ID [-o FILE]";

    private final ProgramIndex index;

    ConfigInitCommand(ProgramIndex index) {
        this.index = index;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "Create a configuration from the commented template of a schema";
    }

    @Override
    public Syntax syntax(List<String> arguments) {
        return Syntax.of(Syntax.Operands.SCHEMAS, new FlagTable(ConfigInitOptionsSchema.INSTANCE.schema()));
    }

    @Override
    public int run(List<String> arguments, Console console) {
        FlagTable flags = new FlagTable(ConfigInitOptionsSchema.INSTANCE.schema());
        Arguments parsed = Arguments.parse(arguments, flags);
        if (parsed.help()) {
            console.out().print(new Help(summary() + ".", USAGE).flags("Options", flags));
            return ExitCode.FINE;
        }
        if (parsed.operands().size() != 1) {
            throw new ConfigException(List.of(Arguments.usage(
                    "config init", "expected one schema ID", "run 'alchemi schema list' to list the IDs")));
        }
        String template = ProgramIndex.loader(new SchemaOfFile(index)
                        .ofId(parsed.operands().get(0), parsed.operands().get(0)))
                .template();
        Path output = Options.read(ConfigInitOptionsSchema.INSTANCE, parsed.settings(flags))
                .output();
        if (output == null) {
            console.out().print(template);
        } else {
            write(template, output);
            console.out().println(output);
        }
        return ExitCode.FINE;
    }

    private static void write(String template, Path output) {
        try {
            Files.writeString(output, template, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new ConfigException(List.of(Arguments.usage(
                    output.toString(), "the file already exists", "choose another file, or delete this one")));
        } catch (IOException e) {
            throw new ConfigException(List.of(Arguments.usage(output.toString(), FileProblem.reason(output, e), "")));
        }
    }
}
