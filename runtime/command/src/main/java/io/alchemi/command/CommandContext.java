package io.alchemi.command;

import java.io.PrintStream;

/**
 * What a command may use of its surroundings.
 *
 * @param out the stream for results; the command ends quietly if it prints when nobody reads them any more
 * @param err the stream for messages
 */
public record CommandContext(PrintStream out, PrintStream err) {}
