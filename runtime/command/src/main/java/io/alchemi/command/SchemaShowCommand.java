package io.alchemi.command;

import io.alchemi.command.arguments.Arguments;
import io.alchemi.command.arguments.Help;
import io.alchemi.command.arguments.Syntax;
import io.alchemi.command.index.ProgramIndex;
import io.alchemi.command.index.SchemaOfFile;
import io.alchemi.config.ConfigException;
import java.util.List;

/** {@code alchemi schema show ID}: prints the JSON Schema. */
final class SchemaShowCommand implements Subcommand {
    static final String NAME = "schema show";

    private final ProgramIndex index;

    SchemaShowCommand(ProgramIndex index) {
        this.index = index;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "Print the JSON Schema of a schema";
    }

    @Override
    public Syntax syntax(List<String> arguments) {
        return Syntax.of(Syntax.Operands.SCHEMAS);
    }

    @Override
    public int run(List<String> arguments, Console console) {
        Arguments parsed = Arguments.parse(arguments);
        if (parsed.help()) {
            console.out().print(new Help(summary() + ".", "alchemi schema show ID"));
            return ExitCode.FINE;
        }
        if (parsed.operands().size() != 1) {
            throw new ConfigException(List.of(Arguments.usage(
                    "schema show", "expected one schema ID", "run 'alchemi schema list' to list the IDs")));
        }
        console.out()
                .print(ProgramIndex.loader(new SchemaOfFile(index)
                                .ofId(
                                        parsed.operands().get(0),
                                        parsed.operands().get(0)))
                        .jsonSchema());
        return ExitCode.FINE;
    }
}
