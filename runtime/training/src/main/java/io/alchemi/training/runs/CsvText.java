package io.alchemi.training.runs;

import java.util.List;
import java.util.stream.Collectors;

/** Formats CSV according to RFC 4180. */
public final class CsvText {
    /** The line break. */
    public static final String LINE_BREAK = "\r\n";

    private CsvText() {}

    /** Returns a line without its line break. */
    public static String line(List<String> cells) {
        return cells.stream().map(CsvText::cell).collect(Collectors.joining(","));
    }

    /** Returns a cell, quoted if necessary. */
    static String cell(String text) {
        boolean isPlain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
