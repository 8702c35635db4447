package io.alchemi.command;

import io.alchemi.command.arguments.Arguments;
import io.alchemi.command.arguments.FlagTable;
import io.alchemi.command.arguments.Options;
import io.alchemi.command.arguments.Syntax;
import io.alchemi.command.index.ProgramIndex;
import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.FileProblem;
import io.alchemi.config.layer.Setting;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** {@code alchemi config init ID}: creates a configuration from the commented template of a schema. */
final class ConfigInitCommand extends BuiltInCommand {
    static final String NAME = "config init";

    private final ProgramIndex index;

    ConfigInitCommand(ProgramIndex index) {
        super(NAME, idOf(index) + " [-o FILE]", "Create a configuration from the commented template of a schema");
        this.index = index;
    }

    @Override
    public Syntax syntax(List<String> arguments) {
        return Syntax.of(Syntax.Operands.SCHEMAS, new FlagTable(ConfigInitOptionsSchema.INSTANCE.schema()));
    }

    @Override
    int run(List<String> operands, List<Setting> settings, Console console) {
        String template = index.loader(schema(operands, index, console))
                .template()
                .replace("alchemi validate", console.program().call(ValidateCommand.NAME));
        Path output = Options.read(ConfigInitOptionsSchema.INSTANCE, settings).output();
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
