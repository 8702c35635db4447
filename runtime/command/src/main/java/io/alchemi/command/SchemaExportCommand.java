package io.alchemi.command;

import io.alchemi.command.arguments.Arguments;
import io.alchemi.command.arguments.Syntax;
import io.alchemi.command.index.ProgramIndex;
import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.FileProblem;
import io.alchemi.config.layer.Setting;
import io.alchemi.config.schema.JarIndex.SchemaEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code alchemi schema export DIR}: writes all JSON Schemas to files, for editors. */
final class SchemaExportCommand extends BuiltInCommand {
    static final String NAME = "schema export";

    private final ProgramIndex index;

    SchemaExportCommand(ProgramIndex index) {
        super(NAME, " DIR", "Write the JSON Schema of every schema to a folder, for editors");
        this.index = index;
    }

    @Override
    public Syntax syntax(List<String> arguments) {
        return Syntax.of(Syntax.Operands.FOLDERS);
    }

    @Override
    int run(List<String> operands, List<Setting> settings, Console console) {
        if (operands.size() != 1) {
            throw misused("expected one folder", console);
        }
        Path folder = Arguments.path(operands.get(0));
        try {
            Files.createDirectories(folder);
            for (SchemaEntry entry : index.schemas()) {
                Path file = folder.resolve(entry.id() + ".schema.json");
                Files.writeString(file, index.loader(entry).jsonSchema());
                console.out().println(file);
            }
        } catch (IOException e) {
            throw new ConfigException(List.of(Arguments.usage(folder.toString(), FileProblem.reason(folder, e), "")));
        }
        return ExitCode.FINE;
    }
}
