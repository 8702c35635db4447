package io.alchemi.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where a command reads and writes.
 *
 * @param out results
 * @param err problems
 * @param terminal whether a person watches: then there are colours and a progress line
 * @param environment the environment variables
 */
public record Console(PrintStream out, PrintStream err, boolean terminal, Map<String, String> environment) {

    /**
     * The console of this process, in UTF-8 whatever the locale.
     *
     * <p>The launcher tells by the system property {@code alchemi.terminal} whether a person watches: the JDK's own answer
     * changed its meaning with JDK 22.
     */
    public static Console ofProcess() {
        return new Console(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                Boolean.getBoolean("alchemi.terminal"),
                System.getenv());
    }

    /** Whether texts may be coloured. */
    public boolean colour() {
        return terminal
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment.get("TERM"));
    }
}
