package io.alchemi.trainers.spectra;

/** Random linear maps that nearly preserve distances: standard normal entries, each column divided by its length. */
final class RandomProjection {
    private RandomProjection() {}

    /** Draws a matrix with numpy's generator in numpy's order, so that it equals that of the Python implementation bit for bit. */
    static double[][] matrix(long seed, int rows, int columns, double epsilon) {
        NumpyRandom random = new NumpyRandom(seed);
        double[][] matrix = new double[rows][columns];
        for (double[] row : matrix) {
            for (int j = 0; j < columns; j++) {
                row[j] = random.nextNormal();
            }
        }
        for (int j = 0; j < columns; j++) {
            double squares = 0;
            for (double[] row : matrix) {
                squares += row[j] * row[j];
            }
            double length = Math.sqrt(squares) + epsilon;
            for (double[] row : matrix) {
                row[j] /= length;
            }
        }
        return matrix;
    }

    static void apply(double[] row, double[][] matrix, double[] into) {
        for (int j = 0; j < into.length; j++) {
            double sum = 0;
            for (int i = 0; i < row.length; i++) {
                sum += row[i] * matrix[i][j];
            }
            into[j] = sum;
        }
    }
}
