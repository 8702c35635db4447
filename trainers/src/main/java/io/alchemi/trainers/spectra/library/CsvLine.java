package io.alchemi.trainers.spectra.library;

import io.alchemi.config.text.SourceLocation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a CSV file, split into cells as in RFC 4180, but without line breaks in quoted cells, which names do not need. A CSV
 * library would be another dependency of the product and would not report the location of a cell.
 */
final class CsvLine {
    private static final char SEPARATOR = ',';
    private static final char QUOTE = '"';

    private final DataLine line;
    private final List<Cell> cells = new ArrayList<>();

    private record Cell(String text, int start, int end) {}

    private CsvLine(DataLine line) {
        this.line = line;
    }

    /** Returns the next line that can be split, or null at the end of the file. */
    static @Nullable CsvLine next(DataLines lines, DataProblems problems) throws IOException {
        for (DataLine line = lines.next(); line != null; line = lines.next()) {
            CsvLine next = new CsvLine(line);
            if (next.split(problems)) {
                return next;
            }
        }
        return null;
    }

    /** Returns a cell quoted as needed in a file. */
    static String cell(String text) {
        boolean isPlain = text.equals(text.strip())
                && text.indexOf(SEPARATOR) < 0
                && text.indexOf(QUOTE) < 0
                && text.indexOf('\n') < 0
                && text.indexOf('\r') < 0;
        return isPlain ? text : QUOTE + text.replace("\"", "\"\"") + QUOTE;
    }

    private boolean split(DataProblems problems) {
        String text = line.text();
        int at = 0;
        while (at <= text.length()) {
            int start = afterSpaces(at);
            boolean isQuoted = start < text.length() && text.charAt(start) == QUOTE;
            int end = isQuoted ? afterQuoted(start, problems) : separator(at);
            if (end < 0) {
                return false;
            }
            String cell = text.substring(at, end).strip();
            cells.add(new Cell(isQuoted ? unquoted(cell) : cell, at, end));
            at = end + 1;
        }
        return true;
    }

    private int afterSpaces(int at) {
        int next = at;
        while (next < line.text().length() && Character.isWhitespace(line.text().charAt(next))) {
            next++;
        }
        return next;
    }

    private int separator(int from) {
        int found = line.text().indexOf(SEPARATOR, from);
        return found < 0 ? line.text().length() : found;
    }

    /** Returns the end of a quoted cell, or -1 if it reported a problem. */
    private int afterQuoted(int start, DataProblems problems) {
        String text = line.text();
        int quote = text.indexOf(QUOTE, start + 1);
        while (quote >= 0 && quote + 1 < text.length() && text.charAt(quote + 1) == QUOTE) {
            quote = text.indexOf(QUOTE, quote + 2);
        }
        if (quote < 0) {
            problems.add(
                    line.place(start, text.length()),
                    "the quoted cell has no closing quote",
                    "close the quote on the same line");
            return -1;
        }
        int end = afterSpaces(quote + 1);
        if (end < text.length() && text.charAt(end) != SEPARATOR) {
            problems.add(
                    line.placeOfContent(end, separator(end)),
                    "text after a closing quote",
                    "write two quotes (\"\") for a quote inside a quoted cell");
            return -1;
        }
        return end;
    }

    private static String unquoted(String cell) {
        return cell.substring(1, cell.length() - 1).replace("\"\"", "\"").strip();
    }

    /** Returns the number of cells, at least 1. */
    int size() {
        return cells.size();
    }

    /** Returns the content of a cell without quotes and surrounding spaces. */
    String text(int index) {
        return cells.get(index).text();
    }

    /** Returns the location of a cell. */
    SourceLocation place(int index) {
        return line.placeOfContent(cells.get(index).start(), cells.get(index).end());
    }

    /** Reports a line that is shorter or longer than the header. Returns true if the length matches. */
    boolean hasSize(int expected, DataProblems problems) {
        if (size() != expected) {
            problems.add(
                    place(Math.min(expected, size() - 1)),
                    "the line has " + size() + (size() == 1 ? " cell" : " cells") + ", but the header has " + expected,
                    size() < expected
                            ? "write one cell for each column of the header"
                            : "write one cell for each column, and decimal points: 0.25, not 0,25");
        }
        return size() == expected;
    }

    /**
     * Parses the cells from an index on. Reports the first that is not a usable number, and how many others are invalid.
     *
     * @param nouns names of the numbers for messages; the last one is used for all remaining cells
     * @return the numbers, or null if there was a problem
     */
    double @Nullable [] numbers(int from, DataProblems problems, String... nouns) {
        double[] numbers = new double[size() - from];
        int firstInvalid = -1;
        int others = 0;
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = DataNumber.parse(text(from + i));
            if (Double.isNaN(numbers[i])) {
                others += firstInvalid < 0 ? 0 : 1;
                firstInvalid = firstInvalid < 0 ? i : firstInvalid;
            }
        }
        if (firstInvalid < 0) {
            return numbers;
        }
        String noun = nouns[Math.min(firstInvalid, nouns.length - 1)];
        String invalid = text(from + firstInvalid);
        problems.add(
                place(from + firstInvalid),
                DataNumber.problem(invalid, noun),
                DataNumber.advice(invalid, noun),
                others == 0 ? List.of() : List.of("other invalid cells on this line: " + others));
        return null;
    }
}
