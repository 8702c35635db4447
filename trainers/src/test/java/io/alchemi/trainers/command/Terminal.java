package io.alchemi.trainers.command;

import io.alchemi.command.Alchemi;
import io.alchemi.command.Console;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs command lines in a folder, and captures their output. */
final class Terminal {
    private static final Path RUNS = Path.of("target/transcript-runs");
    private static final Pattern RUN = Pattern.compile(RUNS + "/([a-z-]+)/\\d{8}-\\d{6}-[a-z0-9]{4}");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Pattern HEADER = Pattern.compile("(?m)^# \\$schema-id: (\\S+)$");
    private static final Pattern FILE = Pattern.compile("[\\w./-]+(\\.yaml|\\.txt|/)");

    private final Path folder;

    /**
     * Creates a terminal in a folder, and there the files that end in {@code .yaml} or {@code .txt} and the folders that end in a slash.
     */
    Terminal(Path folder) {
        this.folder = folder;
    }

    /**
     * The result of a command line, without what differs between runs and machines.
     *
     * @param err standard error
     * @param out standard output
     * @param exit the exit code
     */
    record Answer(String err, String out, int exit) {}

    /** Runs a line: environment variables, {@code alchemi}, and its arguments. */
    Answer type(String line) {
        Map<String, String> environment = new HashMap<>();
        List<String> arguments = new ArrayList<>();
        Matcher words = WORD.matcher(line);
        while (words.find()) {
            String word = words.group(1) != null ? words.group(1) : words.group(2);
            int equals = word.indexOf('=');
            if (word.startsWith("ALCHEMI_")) {
                environment.put(word.substring(0, equals), word.substring(equals + 1));
            } else if (!word.equals("alchemi")) {
                arguments.add(FILE.matcher(word).matches() ? folder + "/" + word : word);
            }
        }
        return run(arguments, environment);
    }

    private Answer run(List<String> arguments, Map<String, String> environment) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                environment);
        System.setProperty("alchemi.runs", RUNS.toString());
        try {
            int exit = Alchemi.run(arguments, console);
            return new Answer(text(err), text(out), exit);
        } finally {
            System.clearProperty("alchemi.runs");
        }
    }

    private String text(ByteArrayOutputStream bytes) {
        String printed = bytes.toString(StandardCharsets.UTF_8)
                .replace(folder.toAbsolutePath() + "/", "")
                .replace(folder + "/", "")
                .replaceAll("unpacking the tensor engine.*\n", "")
                .replaceAll("[0-9,]+ tokens/s", "... tokens/s");
        return RUN.matcher(HEADER.matcher(printed).replaceAll(this::header)).replaceAll("runs/$1/DATE-TIME-ID");
    }

    /** Returns the header as printed in the folder. This process has another working directory, without JSON Schemas. */
    private String header(MatchResult withoutSchema) {
        String schema = "configs/schemas/" + withoutSchema.group(1) + ".schema.json";
        String header = Files.isRegularFile(folder.resolve(schema))
                ? "# yaml-language-server: $schema=" + schema + "\n# $schema: " + schema
                : withoutSchema.group();
        return Matcher.quoteReplacement(header);
    }
}
