package io.alchemi.trainers.alignment;

/**
 * How well sensor spectra are found by laboratory spectra: measures on embeddings, where row i of the laboratory belongs to row i of
 * the sensor.
 */
public final class Retrieval {
    private static final double SMALLEST_NORM = 1e-12;

    private final double[][] cosines;

    /**
     * Compares all embeddings with each other, by cosine.
     *
     * @param lab    B rows of D
     * @param sensor B rows of D
     */
    public Retrieval(double[][] lab, double[][] sensor) {
        this.cosines = new double[lab.length][sensor.length];
        double[] labNorms = norms(lab);
        double[] sensorNorms = norms(sensor);
        for (int i = 0; i < lab.length; i++) {
            for (int j = 0; j < sensor.length; j++) {
                double dot = 0;
                for (int d = 0; d < lab[i].length; d++) {
                    dot += lab[i][d] / labNorms[i] * (sensor[j][d] / sensorNorms[j]);
                }
                cosines[i][j] = dot;
            }
        }
    }

    private static double[] norms(double[][] rows) {
        double[] norms = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double squares = 0;
            for (double value : rows[i]) {
                squares += value * value;
            }
            norms[i] = Math.sqrt(squares) + SMALLEST_NORM;
        }
        return norms;
    }

    /**
     * Measures how often the true partner is among the nearest.
     *
     * @param k how many of the nearest count, at least 1
     * @return share of laboratory embeddings; of equally near ones, those with the lower index count as nearer
     * @throws IllegalArgumentException if k is below 1
     */
    public double at(int k) {
        if (k < 1) {
            throw new IllegalArgumentException("retrieval is asked among the nearest " + k + "; it must be at least 1");
        }
        int found = 0;
        for (int i = 0; i < cosines.length; i++) {
            int nearer = 0;
            for (int j = 0; j < cosines[i].length; j++) {
                boolean wins = j < i ? cosines[i][j] >= cosines[i][i] : cosines[i][j] > cosines[i][i];
                nearer += wins ? 1 : 0;
            }
            found += nearer < k ? 1 : 0;
        }
        return (double) found / cosines.length;
    }

    /**
     * Measures how much nearer partners are than strangers.
     *
     * @return mean angle to the partner of the row before, minus the mean angle to the own partner, radians; 0 for one pair
     */
    public double spectralDelta() {
        return meanAngle(1) - meanAngle(0);
    }

    /**
     * Computes the contrastive loss of all pairs, see {@link InfoNce}.
     *
     * @param tau temperature, above 0
     * @return the mean of both directions
     */
    public double infoNce(double tau) {
        double sum = 0;
        for (int i = 0; i < cosines.length; i++) {
            sum += (logSumExp(i, true, tau) + logSumExp(i, false, tau)) / 2 - cosines[i][i] / tau;
        }
        return sum / cosines.length;
    }

    private double logSumExp(int line, boolean isRow, double tau) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < cosines.length; j++) {
            largest = Math.max(largest, isRow ? cosines[line][j] : cosines[j][line]);
        }
        double sum = 0;
        for (int j = 0; j < cosines.length; j++) {
            sum += Math.exp(((isRow ? cosines[line][j] : cosines[j][line]) - largest) / tau);
        }
        return Math.log(sum) + largest / tau;
    }

    /** The mean angle between laboratory row i and sensor row i - shift, around the end. */
    double meanAngle(int shift) {
        int n = cosines.length;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double cosine = cosines[i][(i + n - shift) % n];
            sum += Math.acos(Math.max(-1, Math.min(1, cosine)));
        }
        return sum / n;
    }
}
