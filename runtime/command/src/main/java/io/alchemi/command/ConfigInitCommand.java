package io.alchemi.command;

import io.alchemi.command.arguments.FlagTable;
import io.alchemi.command.arguments.Options;
import io.alchemi.command.arguments.Syntax;
import io.alchemi.command.editor.WrittenConfiguration;
import io.alchemi.command.index.ProgramIndex;
import io.alchemi.config.Loader;
import io.alchemi.config.layer.Setting;
import io.alchemi.config.schema.SchemaFile;
import java.nio.file.Path;
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
        Loader<?> loader = index.loader(schema(operands, index, console));
        String body = loader.template()
                .substring(SchemaFile.header(SchemaFile.defaultPath(
                                loader.schema().rootFacts().id()))
                        .length())
                .replace("alchemi validate", console.program().call(ValidateCommand.NAME));
        Path output = Options.read(ConfigInitOptionsSchema.INSTANCE, settings).output();
        WrittenConfiguration configuration = new WrittenConfiguration(Path.of(""), loader);
        if (output == null) {
            console.out().print(configuration.header() + body);
        } else {
            for (Path written : configuration.write(output, body, console.err())) {
                console.out().println(written);
            }
        }
        return ExitCode.FINE;
    }
}
