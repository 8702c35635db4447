package io.alchemi.training.sweep;

import io.alchemi.command.index.ProgramIndex;
import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.Suggestion;
import io.alchemi.config.schema.JarIndex.CommandEntry;
import io.alchemi.config.tree.Scalar;
import io.alchemi.training.run.TrainCommand;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The training commands of this program. */
final class TrainCommands {
    private TrainCommands() {}

    /** Returns the command with a name, or null if there is none or it does not train. */
    static @Nullable TrainCommand<?> find(String name) {
        for (CommandEntry entry : ProgramIndex.ofProgram().commands()) {
            if (entry.name().equals(name)) {
                return ProgramIndex.instance(entry.main()) instanceof TrainCommand<?> command ? command : null;
            }
        }
        return null;
    }

    /**
     * Returns the command with a name.
     *
     * @param written location of the name
     * @throws ConfigException if there is no such command, or it does not train
     */
    static TrainCommand<?> find(Scalar written, String name) {
        TrainCommand<?> command = find(name);
        if (command == null) {
            throw new ConfigException(List.of(unknown(written, name)));
        }
        return command;
    }

    private static Diagnostic unknown(Scalar written, String name) {
        List<String> all = names();
        String nearest = Suggestion.didYouMean(name, all);
        return new Diagnostic(
                DiagnosticId.UNKNOWN_CONSTANT,
                written.place(),
                "'command' must be a command that trains, but is '" + name + "'",
                !nearest.isEmpty()
                        ? nearest
                        : all.isEmpty() ? "this program has none" : "one of " + String.join(", ", all));
    }

    /** Returns the names of all training commands. */
    static List<String> names() {
        List<String> names = new ArrayList<>();
        for (CommandEntry entry : ProgramIndex.ofProgram().commands()) {
            if (ProgramIndex.instance(entry.main()) instanceof TrainCommand<?> command) {
                names.add(command.name());
            }
        }
        return names;
    }
}
