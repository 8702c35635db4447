package io.alchemi.training.runs;

import java.util.List;
import java.util.stream.Collectors;

/** Text in CSV, by RFC 4180. */
public final class CsvText {
    /** The end of a line. */
    public static final String LINE_BREAK = "\r\n";

    private CsvText() {}

    /** Returns a line without its end. */
    public static String line(List<String> cells) {
        return cells.stream().map(CsvText::cell).collect(Collectors.joining(","));
    }

    /** Returns a cell, in quotation marks if it has a character that means something in CSV. */
    static String cell(String text) {
        boolean isPlain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
