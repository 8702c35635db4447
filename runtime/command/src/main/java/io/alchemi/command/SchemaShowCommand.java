package io.alchemi.command;

import io.alchemi.command.arguments.Syntax;
import io.alchemi.command.index.ProgramIndex;
import io.alchemi.config.layer.Setting;
import java.util.List;

/** {@code alchemi schema show ID}: prints the JSON Schema. */
final class SchemaShowCommand extends BuiltInCommand {
    static final String NAME = "schema show";

    private final ProgramIndex index;

    SchemaShowCommand(ProgramIndex index) {
        super(NAME, idOf(index), "Print the JSON Schema of a schema");
        this.index = index;
    }

    @Override
    public Syntax syntax(List<String> arguments) {
        return Syntax.of(Syntax.Operands.SCHEMAS);
    }

    @Override
    int run(List<String> operands, List<Setting> settings, Console console) {
        console.out().print(index.loader(schema(operands, index, console)).jsonSchema());
        return ExitCode.FINE;
    }
}
