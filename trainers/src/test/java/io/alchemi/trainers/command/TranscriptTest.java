package io.alchemi.trainers.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.trainers.command.Terminal.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Tests the output of command lines of every kind. {@code commands.txt} has the lines, {@code commands.expected.txt} their output.
 */
class TranscriptTest {
    private static final Path FOLDER = Path.of("src/test/transcripts");

    @Test
    void everyCommandLineMatchesTheTranscript() throws IOException {
        Terminal terminal = new Terminal(FOLDER);
        StringBuilder out = new StringBuilder();
        for (String line : Files.readAllLines(FOLDER.resolve("commands.txt"))) {
            Answer answer = terminal.type(line);
            out.append("$ " + line + "\n" + answer.err() + answer.out() + "exit " + answer.exit() + "\n\n");
        }
        Path expected = FOLDER.resolve("commands.expected.txt");
        if (Boolean.getBoolean("alchemi.regenerate")) {
            Files.writeString(expected, out.toString());
        }
        assertThat(out.toString())
                .as("%s; if the change is intended, run mvn verify -Dalchemi.regenerate=true", expected)
                .isEqualTo(Files.readString(expected));
    }
}
