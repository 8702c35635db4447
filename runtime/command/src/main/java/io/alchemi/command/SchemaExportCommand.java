package io.alchemi.command;

import io.alchemi.command.arguments.Arguments;
import io.alchemi.command.arguments.Help;
import io.alchemi.command.arguments.Syntax;
import io.alchemi.command.index.ProgramIndex;
import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.FileProblem;
import io.alchemi.config.schema.JarIndex.SchemaEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code alchemi schema export DIR}: writes all JSON Schemas to files, for editors. */
final class SchemaExportCommand implements Subcommand {
    static final String NAME = "schema export";

    private final ProgramIndex index;

    SchemaExportCommand(ProgramIndex index) {
        this.index = index;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "Write the JSON Schema of every schema to a folder, for editors";
    }

    @Override
    public Syntax syntax(List<String> arguments) {
        return Syntax.of(Syntax.Operands.FOLDERS);
    }

    @Override
    public int run(List<String> arguments, Console console) {
        Arguments parsed = Arguments.parse(arguments);
        if (parsed.help()) {
            console.out().print(new Help(summary() + ".", "alchemi schema export DIR"));
            return ExitCode.FINE;
        }
        if (parsed.operands().size() != 1) {
            throw new ConfigException(List.of(
                    Arguments.usage("schema export", "expected one folder", "usage: alchemi schema export DIR")));
        }
        Path folder = Arguments.path(parsed.operands().get(0));
        try {
            Files.createDirectories(folder);
            for (SchemaEntry entry : index.schemas()) {
                Path file = folder.resolve(entry.id() + ".schema.json");
                Files.writeString(file, ProgramIndex.loader(entry).jsonSchema());
                console.out().println(file);
            }
        } catch (IOException e) {
            throw new ConfigException(List.of(Arguments.usage(folder.toString(), FileProblem.reason(folder, e), "")));
        }
        return ExitCode.FINE;
    }
}
