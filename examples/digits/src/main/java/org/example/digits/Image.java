package org.example.digits;

import io.alchemi.training.run.TrainingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A handwritten digit.
 *
 * @param pixels 8 rows of 8, from 0 for paper to 1 for ink
 * @param digit the digit in the image
 */
record Image(double[] pixels, int digit) {
    static final int PIXELS = 64;
    static final int DIGITS = 10;
    private static final int INK = 16;

    /** Reads a CSV file: a header line, then 64 pixels from 0 to 16 and the digit in each line. */
    static List<Image> read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty() || lines.get(0).matches("[0-9].*")) {
            throw new TrainingException(file + ":1: must be a header line, such as pixel_0_0,…,digit");
        }
        List<Image> images = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            try {
                images.add(parse(lines.get(i).split(",", -1)));
            } catch (IllegalArgumentException e) {
                throw new TrainingException(file + ":" + (i + 1) + ": " + e.getMessage());
            }
        }
        return images;
    }

    private static Image parse(String[] cells) {
        if (cells.length != PIXELS + 1) {
            throw new IllegalArgumentException("must have " + PIXELS + " pixels and the digit, but has " + cells.length
                    + (cells.length == 1 ? " value" : " values"));
        }
        double[] pixels = new double[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            pixels[i] = integer(cells, i, INK) / (double) INK;
        }
        return new Image(pixels, integer(cells, PIXELS, DIGITS - 1));
    }

    private static int integer(String[] cells, int column, int max) {
        String cell = cells[column].strip();
        if (!cell.matches("[0-9]{1,2}") || Integer.parseInt(cell) > max) {
            throw new IllegalArgumentException(
                    "column " + (column + 1) + " must be an integer from 0 to " + max + ", but is '" + cell + "'");
        }
        return Integer.parseInt(cell);
    }
}
