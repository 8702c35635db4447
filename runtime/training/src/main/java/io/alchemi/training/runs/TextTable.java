package io.alchemi.training.runs;

import io.alchemi.config.diagnose.EscapedText;
import io.alchemi.training.progress.DisplayWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Formats rows of text in columns, separated by two spaces. */
public final class TextTable {
    private final Set<Integer> numbers;
    private final List<String[]> rows = new ArrayList<>();

    /** Creates an empty table. */
    public TextTable() {
        this(Set.of());
    }

    /**
     * Creates an empty table.
     *
     * @param numbers the right-aligned columns, counted from 0
     */
    TextTable(Set<Integer> numbers) {
        this.numbers = numbers;
    }

    /** Adds a row. Control characters are shown escaped. */
    public void row(String... cells) {
        String[] row = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            row[i] = EscapedText.of(cells[i]);
        }
        rows.add(row);
    }

    /** Returns the rows without trailing spaces. */
    public List<String> lines() {
        int[] widths = new int[rows.stream().mapToInt(row -> row.length).max().orElse(0)];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], DisplayWidth.of(row[i]));
            }
        }
        List<String> lines = new ArrayList<>();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.length; i++) {
                String padding = " ".repeat(widths[i] - DisplayWidth.of(row[i]));
                line.append(numbers.contains(i) ? padding + row[i] : row[i] + padding)
                        .append("  ");
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
