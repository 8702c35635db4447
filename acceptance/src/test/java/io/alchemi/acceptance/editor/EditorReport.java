package io.alchemi.acceptance.editor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts tried and passed cases of a schema by subject, and collects the failures. */
final class EditorReport {
    private static final int SHOWN = 20;

    private final String title;
    private final Map<String, int[]> counts = new LinkedHashMap<>();
    private final List<String> failures = new ArrayList<>();

    /** Creates a report for a test with a short name. */
    EditorReport(String test, EditorSchema schema) {
        title = schema.id() + " " + test;
    }

    /**
     * Counts a case.
     *
     * @param subject what is tested, the column header
     * @param at the key or text
     * @param passed true if the case passed
     * @param seen what the editor shows, for a failure
     */
    void check(String subject, Object at, boolean passed, Object seen) {
        int[] count = counts.computeIfAbsent(subject, unmet -> new int[2]);
        count[0]++;
        if (passed) {
            count[1]++;
        } else {
            failures.add((subject + " | " + at + " | " + seen).replace("\n", "\\n"));
        }
    }

    /** Prints the table, writes all failures to a file, and fails if there are any. */
    void finish() {
        StringBuilder line = new StringBuilder("editor: ").append(title).append(": tried / passed:");
        counts.forEach((subject, count) -> line.append("  ")
                .append(subject)
                .append(' ')
                .append(count[0])
                .append('/')
                .append(count[1]));
        System.out.println(line);
        try {
            Files.write(Path.of("target", "editor", title.replace(' ', '.') + ".txt"), failures);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!failures.isEmpty()) {
            throw new AssertionError(failures.size() + " failures in " + title + ":\n"
                    + String.join("\n", failures.subList(0, Math.min(SHOWN, failures.size()))));
        }
    }
}
