package io.alchemi.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Runs command lines as {@code alchemi} does. */
final class CommandLine {
    private CommandLine() {}

    /**
     * What a command line printed.
     *
     * @param err the messages
     * @param out the results
     * @param exit the exit code
     */
    record Answer(String err, String out, int exit) {}

    /** Returns the messages, the output and the exit code of a command line. */
    static String print(List<String> words) {
        Answer answer = run(words);
        return answer.err() + answer.out() + "exit " + answer.exit() + "\n";
    }

    /** Runs a command line. */
    static Answer run(List<String> words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Alchemi.run(
                words,
                new Console(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false,
                        Map.of()));
        return new Answer(err.toString(StandardCharsets.UTF_8), out.toString(StandardCharsets.UTF_8), code);
    }
}
