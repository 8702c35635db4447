package io.alchemi.command;

import io.alchemi.command.arguments.Arguments;
import io.alchemi.command.arguments.Help;
import io.alchemi.command.index.Index;
import io.alchemi.command.index.Index.CommandEntry;
import io.alchemi.command.index.Index.SchemaEntry;
import java.util.List;

/** {@code alchemi schema list}: the schemas with their files and commands. */
final class SchemaListCommand implements Command {
    private final Index index;

    SchemaListCommand(Index index) {
        this.index = index;
    }

    @Override
    public String words() {
        return "schema list";
    }

    @Override
    public String summary() {
        return "List the schemas with their files and commands";
    }

    @Override
    public int run(List<String> arguments, Console console) {
        if (Arguments.parse(arguments).help()) {
            console.out().print(new Help(summary() + ".", "alchemi schema list"));
            return ExitCode.FINE;
        }
        for (SchemaEntry entry : index.schemas()) {
            console.out().println(entry.id());
            console.out().println("  files    " + (entry.files().isEmpty() ? "-" : String.join(", ", entry.files())));
            for (CommandEntry command : index.commands()) {
                if (command.schema().equals(entry.id())) {
                    console.out().println("  command  alchemi " + command.words());
                }
            }
        }
        return ExitCode.FINE;
    }
}
