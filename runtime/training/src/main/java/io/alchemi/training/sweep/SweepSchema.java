package io.alchemi.training.sweep;

import io.alchemi.command.CommandAction;
import io.alchemi.command.CommandContext;
import io.alchemi.command.ExitCode;
import io.alchemi.command.arguments.Arguments;
import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.Suggestion;
import io.alchemi.schema.Command;
import io.alchemi.schema.ConfigRecord;
import io.alchemi.schema.Example;
import io.alchemi.schema.Operand;
import io.alchemi.training.run.TrainCommand;
import java.util.List;

/** Prints the JSON Schema of sweep files of a command. */
@Command("sweep schema")
public final class SweepSchema implements CommandAction<SweepSchema.Options> {
    /** A command. */
    public SweepSchema() {}

    /**
     * Print a JSON Schema for sweeps of one command, with which editors complete the keys and values that vary.
     *
     * @param command the training command, for example align train
     */
    @ConfigRecord
    public record Options(
            @Operand @Example("[align, train]") List<String> command) {}

    @Override
    public int run(Options options, CommandContext context) {
        String name = String.join(" ", options.command());
        TrainCommand<?> command = TrainCommands.find(name);
        if (command == null) {
            List<String> all = TrainCommands.names();
            String nearest = Suggestion.didYouMean(name, all);
            throw new ConfigException(List.of(Arguments.usage(
                    "",
                    name,
                    "'" + name + "' is no command that trains",
                    nearest.isEmpty() ? "there are " + String.join(", ", all) : nearest)));
        }
        context.out()
                .print(SweepSchemaWriter.of(
                        command.name(),
                        command.loader().schema(),
                        command.loader().jsonSchema()));
        return ExitCode.FINE;
    }
}
