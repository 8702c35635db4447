package io.alchemi.training.report;

import io.alchemi.config.diagnose.EscapedText;
import io.alchemi.training.progress.DisplayWidth;
import java.util.ArrayList;
import java.util.List;

/** Rows of text in columns as wide as their longest cell, two spaces apart. */
final class TextTable {
    private final List<String[]> rows = new ArrayList<>();

    /** Adds a row. Control characters are shown escaped. */
    void row(String... cells) {
        String[] row = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            row[i] = EscapedText.of(cells[i]);
        }
        rows.add(row);
    }

    /** Returns the rows without spaces at their ends. */
    List<String> lines() {
        List<Integer> widths = new ArrayList<>();
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                if (i == widths.size()) {
                    widths.add(0);
                }
                widths.set(i, Math.max(widths.get(i), DisplayWidth.of(row[i])));
            }
        }
        List<String> lines = new ArrayList<>();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.length; i++) {
                line.append(row[i]).append(" ".repeat(widths.get(i) - DisplayWidth.of(row[i]) + 2));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
