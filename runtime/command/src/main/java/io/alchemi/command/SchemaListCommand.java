package io.alchemi.command;

import io.alchemi.command.arguments.Arguments;
import io.alchemi.command.arguments.Help;
import io.alchemi.command.index.ProgramIndex;
import io.alchemi.config.ConfigException;
import io.alchemi.config.schema.JarIndex.CommandEntry;
import io.alchemi.config.schema.JarIndex.SchemaEntry;
import java.util.List;

/** {@code alchemi schema list}: lists the schemas with their files and commands. */
final class SchemaListCommand implements Subcommand {
    static final String NAME = "schema list";

    private final ProgramIndex index;

    SchemaListCommand(ProgramIndex index) {
        this.index = index;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "List the schemas with their files and commands";
    }

    @Override
    public int run(List<String> arguments, Console console) {
        Arguments parsed = Arguments.parse(arguments);
        if (parsed.help()) {
            console.out().print(new Help(summary() + ".", "alchemi schema list"));
            return ExitCode.FINE;
        }
        if (!parsed.operands().isEmpty()) {
            String extra = parsed.operands().get(0);
            throw new ConfigException(
                    List.of(Arguments.usage(extra, "unexpected argument", "usage: alchemi schema list")));
        }
        for (SchemaEntry entry : index.schemas()) {
            console.out().println(entry.id());
            console.out().println("  files    " + (entry.files().isEmpty() ? "-" : String.join(", ", entry.files())));
            for (CommandEntry command : index.commands()) {
                if (command.schema().equals(entry.id())) {
                    console.out().println("  command  alchemi " + command.name());
                }
            }
        }
        return ExitCode.FINE;
    }
}
