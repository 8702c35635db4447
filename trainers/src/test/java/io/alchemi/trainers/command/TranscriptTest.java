package io.alchemi.trainers.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.command.Alchemi;
import io.alchemi.command.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What people see for command lines of every kind: {@code commands.txt} holds the lines, {@code commands.expected.txt} what
 * they print.
 */
class TranscriptTest {
    private static final Path FOLDER = Path.of("src/test/transcripts");
    private static final Path RUNS = Path.of("target/transcript-runs");
    private static final Pattern RUN = Pattern.compile(RUNS + "/([a-z-]+)/\\d{8}-\\d{6}-[a-z0-9]{4}");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @Test
    void everyCommandLinePrintsWhatTheTranscriptSays() throws IOException {
        StringBuilder out = new StringBuilder();
        for (String line : Files.readAllLines(FOLDER.resolve("commands.txt"))) {
            out.append(transcript(line)).append('\n');
        }
        Path expected = FOLDER.resolve("commands.expected.txt");
        if (Boolean.getBoolean("alchemi.regenerate")) {
            Files.writeString(expected, out.toString());
        }
        assertThat(out.toString())
                .as("%s; if the change is meant: mvn verify -Dalchemi.regenerate=true", expected)
                .isEqualTo(Files.readString(expected));
    }

    private static String transcript(String line) {
        Map<String, String> environment = new HashMap<>();
        List<String> arguments = new ArrayList<>();
        Matcher words = WORD.matcher(line);
        while (words.find()) {
            String word = words.group(1) != null ? words.group(1) : words.group(2);
            int equals = word.indexOf('=');
            if (word.startsWith("ALCHEMI_")) {
                environment.put(word.substring(0, equals), word.substring(equals + 1));
            } else if (!word.equals("alchemi")) {
                arguments.add(word.endsWith(".yaml") || word.endsWith(".txt") ? FOLDER + "/" + word : word);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                environment);
        System.setProperty("alchemi.runs", RUNS.toString());
        int code;
        try {
            code = Alchemi.run(arguments, console);
        } finally {
            System.clearProperty("alchemi.runs");
        }
        return "$ " + line + "\n" + text(err) + text(out) + "exit " + code + "\n";
    }

    /** What was printed, without what differs from run to run and from machine to machine. */
    private static String text(ByteArrayOutputStream bytes) {
        String printed = bytes.toString(StandardCharsets.UTF_8)
                .replace(FOLDER.toAbsolutePath() + "/", "")
                .replace(FOLDER + "/", "")
                .replaceAll("unpacking the tensor engine.*\n", "")
                .replaceAll("[0-9,]+ tokens/s", "... tokens/s");
        return RUN.matcher(printed).replaceAll("runs/$1/DATE-TIME-XXXX");
    }
}
