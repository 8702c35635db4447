package io.alchemi.command;

import java.util.List;

/** A command of {@code alchemi}. Implementations have a public constructor without parameters, and loading one is cheap. */
public interface Command {
    /** The words that call it, for example {@code align train}. */
    String words();

    /** What it does, in one line. */
    String summary();

    /**
     * Runs it.
     *
     * @param arguments the arguments after its words
     * @return the exit code
     * @throws io.alchemi.config.ConfigException if command line or configuration cannot be used
     */
    int run(List<String> arguments, Console console);
}
