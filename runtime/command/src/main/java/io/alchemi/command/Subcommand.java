package io.alchemi.command;

import io.alchemi.command.arguments.Syntax;
import java.util.List;

/** A subcommand of {@code alchemi}. Implementations have a public no-argument constructor and are cheap to load. */
public interface Subcommand {
    /** Returns the name, which may have several parts, for example {@code align train}. */
    String name();

    /** Returns a one-line summary. */
    String summary();

    /**
     * Returns what may follow the name, for completion in a shell.
     *
     * @param arguments the arguments before the one that is completed
     */
    default Syntax syntax(List<String> arguments) {
        return Syntax.of(Syntax.Operands.NONE);
    }

    /**
     * Runs the command.
     *
     * @param arguments the arguments after the name
     * @return the exit code
     * @throws io.alchemi.config.ConfigException if the command line or the configuration is invalid
     */
    int run(List<String> arguments, Console console);
}
