package io.alchemi.command;

import java.io.IOException;
import java.util.List;

/**
 * The code of a command that does not train, annotated with {@code @Command}. Implementations have a constructor without
 * parameters.
 *
 * @param <C> the record of its options, annotated with {@code @ConfigRecord}, or that of its configuration, annotated with {@code
 *     @ConfigSchema}
 */
public interface CommandAction<C> {
    /**
     * Runs the command.
     *
     * @param config the options or the configuration, validated
     * @param context the output of the command
     * @return the exit code, 0 for success
     * @throws IOException if a file cannot be read or written
     * @throws CommandException for any other reason that the user can act upon
     * @throws io.alchemi.config.ConfigException if a file that the record names is invalid
     */
    int run(C config, CommandContext context) throws IOException;

    /**
     * Returns the values of a key that a shell completes, for example the names of things that exist. Without any, a shell completes the
     * names of files for an argument, and the constants of an enum for an option.
     *
     * @param key the name of the key in the record
     */
    default List<String> completions(String key) {
        return List.of();
    }
}
