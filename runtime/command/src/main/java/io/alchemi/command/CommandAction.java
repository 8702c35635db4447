package io.alchemi.command;

import java.io.IOException;

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
}
