package io.alchemi.trainers.spectra.library;

import io.alchemi.config.text.SourceLocation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The text file that describes an ENVI file: lines {@code key = value} and {@code key = {item, item}}. */
final class EnviHeader {
    private final Map<String, List<HeaderValue>> values = new HashMap<>();
    private final DataProblems problems;
    private final SourceLocation start;

    /**
     * A value, or one item of a list.
     *
     * @param text the value without surrounding spaces, not empty
     * @param place its location
     */
    record HeaderValue(String text, SourceLocation place) {}

    private EnviHeader(SourceLocation start, DataProblems problems) {
        this.start = start;
        this.problems = problems;
    }

    /** Reads a header. Throws all syntax problems. */
    static EnviHeader read(Path file, DataProblems problems) throws IOException {
        try (DataLines lines = new DataLines(file, problems)) {
            DataLine first = lines.next();
            SourceLocation start = first == null
                    ? DataProblems.file(file)
                    : first.placeOfContent(0, first.text().length());
            if (first == null || !first.text().strip().equals("ENVI")) {
                problems.add(
                        start,
                        "an ENVI header must begin with the line ENVI",
                        "use the header of an ENVI spectral library");
                throw problems.exception();
            }
            EnviHeader header = new EnviHeader(start, problems);
            for (DataLine line = lines.next(); line != null; line = lines.next()) {
                header.addEntry(line, lines);
            }
            problems.throwIfAny();
            return header;
        }
    }

    private void addEntry(DataLine line, DataLines lines) throws IOException {
        String text = line.text();
        int equals = text.indexOf('=');
        if (text.strip().startsWith(";")) {
            return;
        }
        if (equals < 0) {
            problems.add(
                    line.placeOfContent(0, text.length()),
                    "an ENVI header has lines of the form key = value",
                    "write key = value");
            return;
        }
        String key = text.substring(0, equals).strip().toLowerCase(Locale.ROOT);
        int open = text.indexOf('{', equals);
        List<HeaderValue> items = new ArrayList<>();
        if (open >= 0 && text.substring(equals + 1, open).isBlank()) {
            addList(line, open + 1, lines, items);
        } else {
            addItem(line, equals + 1, text.length(), items);
        }
        values.put(key, items);
    }

    private void addList(DataLine first, int from, DataLines lines, List<HeaderValue> into) throws IOException {
        DataLine line = first;
        int at = from;
        while (line != null) {
            int close = line.text().indexOf('}', at);
            int end = close < 0 ? line.text().length() : close;
            while (at <= end) {
                int comma = line.text().indexOf(',', at);
                int itemEnd = comma < 0 || comma > end ? end : comma;
                addItem(line, at, itemEnd, into);
                at = itemEnd + 1;
            }
            if (close >= 0) {
                return;
            }
            line = lines.next();
            at = 0;
        }
        problems.add(first.place(from - 1, from), "the list is not closed", "write } behind the last item");
    }

    /** Adds an item, unless it is empty, as after a comma at the end of a line. */
    private static void addItem(DataLine line, int from, int end, List<HeaderValue> into) {
        String item = line.text().substring(from, end).strip();
        if (!item.isEmpty()) {
            into.add(new HeaderValue(item, line.placeOfContent(from, end)));
        }
    }

    /** Returns the items of a list. Reports a list that is missing or empty. */
    List<HeaderValue> list(String key) {
        List<HeaderValue> items = values.getOrDefault(key, List.of());
        if (items.isEmpty()) {
            problems.add(start, "the header has no '" + key + "'", "add a line " + key + " = …");
        }
        return items;
    }

    /** Returns a value, or null if it is missing. */
    @Nullable
    HeaderValue value(String key) {
        List<HeaderValue> items = values.getOrDefault(key, List.of());
        return items.isEmpty() ? null : items.get(0);
    }

    /** Returns a required integer. Returns -1 if it reported a problem. */
    int integer(String key, int minimum) {
        List<HeaderValue> items = list(key);
        return items.isEmpty() ? -1 : integer(key, items.get(0), minimum);
    }

    /** Returns an integer that is at least 0, or a default if it is missing. Returns -1 if it reported a problem. */
    int integerOr(String key, int missing) {
        HeaderValue item = value(key);
        return item == null ? missing : integer(key, item, 0);
    }

    private int integer(String key, HeaderValue item, int minimum) {
        try {
            int number = Integer.parseInt(item.text());
            if (number >= minimum) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Reported below, together with an integer that is too small.
        }
        problems.add(
                item.place(),
                "'" + key + "' must be an integer, but is '" + item.text() + "'",
                "write an integer, at least " + minimum);
        return -1;
    }

    /** Returns a number, or a default if it is missing. Returns the default if it reported a problem. */
    double numberOr(String key, double missing) {
        HeaderValue item = value(key);
        try {
            return item == null ? missing : Double.parseDouble(item.text());
        } catch (NumberFormatException e) {
            problems.add(
                    item.place(), "'" + key + "' must be a number, but is '" + item.text() + "'", "write a number");
            return missing;
        }
    }

    /** Reports a problem of a key, at its value if there is one. */
    void report(String key, String message, String label) {
        HeaderValue item = value(key);
        problems.add(item == null ? start : item.place(), message, label);
    }
}
