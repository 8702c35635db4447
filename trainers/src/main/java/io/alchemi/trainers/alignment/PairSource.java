package io.alchemi.trainers.alignment;

/** Source of the pairs of batches. */
interface PairSource {
    /**
     * Fills a batch.
     *
     * @param number number of the batch; the same number gives the same pairs
     * @param lab    receives laboratory spectra, B rows of N
     * @param sensor receives their sensor spectra, B rows of K
     */
    void fill(long number, double[][] lab, double[][] sensor);
}
