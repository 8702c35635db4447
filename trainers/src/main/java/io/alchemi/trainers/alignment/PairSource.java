package io.alchemi.trainers.alignment;

/** Where the pairs of batches come from. */
interface PairSource {
    /**
     * Fills a batch.
     *
     * @param number which batch; the same number gives the same pairs
     * @param lab    receives laboratory spectra, B rows of N
     * @param sensor receives what the sensor sees of them, B rows of K
     */
    void fill(long number, double[][] lab, double[][] sensor);
}
