package io.alchemi.command;

import io.alchemi.command.arguments.Arguments;
import io.alchemi.command.arguments.FlagTable;
import io.alchemi.command.arguments.Options;
import io.alchemi.command.arguments.Syntax;
import io.alchemi.command.editor.EditorFiles;
import io.alchemi.command.index.ProgramIndex;
import io.alchemi.config.Loader;
import io.alchemi.config.layer.Setting;
import io.alchemi.config.schema.JarIndex.SchemaEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code alchemi schema export DIR}: writes all JSON Schemas to files, for editors. */
final class SchemaExportCommand extends BuiltInCommand {
    static final String NAME = "schema export";

    private final ProgramIndex index;

    SchemaExportCommand(ProgramIndex index) {
        super(NAME, " DIR [options]", "Write the JSON Schema of every schema to a folder, for editors");
        this.index = index;
    }

    @Override
    public Syntax syntax(List<String> arguments) {
        return Syntax.of(Syntax.Operands.FOLDERS, new FlagTable(SchemaExportOptionsSchema.INSTANCE.schema()));
    }

    @Override
    int run(List<String> operands, List<Setting> settings, Console console) {
        if (operands.size() != 1) {
            throw misused("expected one folder", console);
        }
        SchemaExportOptions options = Options.read(SchemaExportOptionsSchema.INSTANCE, settings);
        Path folder = Arguments.path(operands.get(0));
        List<Loader<?>> loaders = new ArrayList<>();
        for (SchemaEntry entry : index.schemas()) {
            loaders.add(index.loader(entry));
        }
        EditorFiles files = new EditorFiles(Path.of(""), folder, loaders);
        try {
            files.schemas(options.catalog());
            if (options.vscode()) {
                files.visualStudioCode();
            }
            if (options.idea()) {
                files.idea();
            }
            if (options.catalog() != null) {
                files.catalog(options.catalog());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Path written : files.written()) {
            console.out().println(written);
        }
        return ExitCode.FINE;
    }
}
