package org.example.regression;

import io.alchemi.training.run.TrainingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Measured points: y at x. */
record Points(double[] x, double[] y) {

    /** Reads a CSV file: a header line, then x and y in each line. */
    static Points read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < 2) {
            throw new TrainingException(file + " has no points: write a line of names, then x,y in each line");
        }
        Points points = new Points(new double[lines.size() - 1], new double[lines.size() - 1]);
        for (int i = 0; i < points.x.length; i++) {
            String[] row = lines.get(i + 1).split(",");
            try {
                points.x[i] = Double.parseDouble(row[0]);
                points.y[i] = Double.parseDouble(row[1]);
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw new TrainingException(file + ":" + (i + 2) + ": this is not two numbers: " + lines.get(i + 1));
            }
        }
        return points;
    }
}
