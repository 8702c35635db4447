package io.alchemi.trainers.alignment;

/**
 * Retrieval measures on embeddings: how well laboratory spectra find their sensor spectra. Row i of the laboratory is the partner of
 * row i of the sensor.
 */
public final class Retrieval {
    private static final double SMALLEST_NORM = 1e-12;

    private final double[][] lab;
    private final double[][] sensor;
    private final int[] nearer;

    /**
     * Compares all embeddings by cosine similarity. The B x B cosines are computed row by row and not kept.
     *
     * @param lab    B rows of D
     * @param sensor B rows of D
     */
    public Retrieval(double[][] lab, double[][] sensor) {
        this.lab = units(lab);
        this.sensor = units(sensor);
        this.nearer = new int[lab.length];
        for (int i = 0; i < nearer.length; i++) {
            double[] cosines = cosines(i);
            for (int j = 0; j < cosines.length; j++) {
                boolean wins = j < i ? cosines[j] >= cosines[i] : cosines[j] > cosines[i];
                nearer[i] += wins ? 1 : 0;
            }
        }
    }

    private static double[][] units(double[][] rows) {
        double[][] units = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            units[i] = unit(rows[i]);
        }
        return units;
    }

    /** Returns a vector of the same direction and length 1. */
    static double[] unit(double[] vector) {
        double squares = 0;
        for (double value : vector) {
            squares += value * value;
        }
        double norm = Math.sqrt(squares) + SMALLEST_NORM;
        double[] unit = vector.clone();
        for (int d = 0; d < unit.length; d++) {
            unit[d] /= norm;
        }
        return unit;
    }

    /** Returns the cosines of a laboratory embedding with all sensor embeddings. */
    private double[] cosines(int i) {
        double[] cosines = new double[sensor.length];
        for (int j = 0; j < cosines.length; j++) {
            cosines[j] = cosine(i, j);
        }
        return cosines;
    }

    private double cosine(int i, int j) {
        return dot(lab[i], sensor[j]);
    }

    /** Returns the cosine of two vectors of length 1. */
    static double dot(double[] a, double[] b) {
        double dot = 0;
        for (int d = 0; d < a.length; d++) {
            dot += a[d] * b[d];
        }
        return dot;
    }

    /**
     * Computes how often the true partner is among the k nearest.
     *
     * @param k number of nearest neighbours, at least 1
     * @return share of laboratory embeddings, 0 to 1; of equally near neighbours, the lower index counts as nearer
     * @throws IllegalArgumentException if k is below 1
     */
    public double at(int k) {
        if (k < 1) {
            throw new IllegalArgumentException("k is " + k + "; it must be at least 1");
        }
        int found = 0;
        for (int strangers : nearer) {
            found += strangers < k ? 1 : 0;
        }
        return (double) found / nearer.length;
    }

    /**
     * Computes how much nearer partners are than other spectra.
     *
     * @return mean angle to the partner of the previous row, minus the mean angle to the row's own partner, radians; 0 for one pair
     */
    public double spectralDelta() {
        return meanAngle(1) - meanAngle(0);
    }

    /**
     * Computes the contrastive loss of all pairs in one direction, see {@link InfoNce}.
     *
     * @param tau temperature, above 0
     * @return the mean over the laboratory embeddings
     */
    public double infoNce(double tau) {
        double sum = 0;
        for (int i = 0; i < lab.length; i++) {
            double[] cosines = cosines(i);
            sum += logSumExp(cosines, tau) - cosines[i] / tau;
        }
        return sum / lab.length;
    }

    private static double logSumExp(double[] cosines, double tau) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double cosine : cosines) {
            largest = Math.max(largest, cosine);
        }
        double sum = 0;
        for (double cosine : cosines) {
            sum += Math.exp((cosine - largest) / tau);
        }
        return Math.log(sum) + largest / tau;
    }

    /** Returns the mean angle between laboratory row i and sensor row i - shift, with wrap-around. */
    double meanAngle(int shift) {
        int n = lab.length;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Math.acos(Math.max(-1, Math.min(1, cosine(i, (i + n - shift) % n))));
        }
        return sum / n;
    }
}
