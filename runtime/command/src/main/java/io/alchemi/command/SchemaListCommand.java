package io.alchemi.command;

import io.alchemi.command.index.ProgramIndex;
import io.alchemi.config.layer.Setting;
import io.alchemi.config.schema.JarIndex.CommandEntry;
import io.alchemi.config.schema.JarIndex.SchemaEntry;
import java.util.List;

/** {@code alchemi schema list}: lists the schemas with their files and commands. */
final class SchemaListCommand extends BuiltInCommand {
    static final String NAME = "schema list";

    private final ProgramIndex index;

    SchemaListCommand(ProgramIndex index) {
        super(NAME, "", "List the schemas with their files and commands");
        this.index = index;
    }

    @Override
    int run(List<String> operands, List<Setting> settings, Console console) {
        if (!operands.isEmpty()) {
            throw misused(operands.get(0), "unexpected argument", console);
        }
        for (SchemaEntry entry : index.schemas()) {
            console.out().println(entry.id());
            console.out().println("  files    " + (entry.files().isEmpty() ? "-" : String.join(", ", entry.files())));
            for (CommandEntry command : index.commands()) {
                if (command.schema().equals(entry.id())) {
                    console.out().println("  command  " + console.program().call(command.name()));
                }
            }
        }
        return ExitCode.FINE;
    }
}
